s/<indicator ref="H LI 2" title/<indicator ref="H LI 2" previously="H LI 3" title/
s/<indicator ref="H LI 3" title/<indicator ref="H LI 3" previously="H LI 2" title/
