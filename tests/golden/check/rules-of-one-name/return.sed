/H LI 3"/s/ rating="green"//
