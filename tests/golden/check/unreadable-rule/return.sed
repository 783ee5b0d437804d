/H LI 1"/s/ rating="green" travel="better"//
/H LI 3"/s/ rating="green"//
/H LI 2"/s/ rating="amber"//
/H LI 5"/s/ rating="amber" travel="worse"//
