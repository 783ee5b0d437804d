/<indicator ref="H LI 2"/s/kind="snapshot"/kind="average"/
