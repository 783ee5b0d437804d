/<indicator ref="H LI 1"/s/ rating="[a-z]*" travel="[a-z]*"//
/<indicator ref="H LI 4"/s/ reason="[^"]*"//
