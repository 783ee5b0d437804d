/<indicator ref="H LI 2"/s/ rating="amber"//
