s/<indicator ref="H LI 2" title/<indicator ref="H LI 2" previously="BV 64" title/
