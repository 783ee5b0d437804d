s/<indicator ref="H LI 5" rating/<indicator ref="H LI 6" rating/
