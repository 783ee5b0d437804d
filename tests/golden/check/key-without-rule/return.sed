/<indicator ref="H LI 4"/s/ reason="[^"]*"//
