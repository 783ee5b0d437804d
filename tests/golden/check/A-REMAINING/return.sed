s/remaining="96"/remaining="69"/
