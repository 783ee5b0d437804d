/<milestone ref="H1-2"/s/H1-2/H1-1/
/<indicator ref="H LI 2"/s/H LI 2/H LI 1/
