s/<measure ref="singles" title="Single people"\/>/<measure ref="singles" title="Single people"\/><measure ref="all" title="Total" total-of="families, singles"\/>/
/H LI 3"/s/unit="count"/unit="percent"/
