/<indicator ref="H LI 5"/s/H LI 5/?5/
