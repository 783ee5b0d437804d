/H LI 2"/s/ travel="better"//
/H LI 3"/s/ rating="green"//
