s/<indicator ref="H LI 5"/<indicator ref="H LI 5" also="P 7"/
