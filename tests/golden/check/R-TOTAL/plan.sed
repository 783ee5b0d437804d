s/<measure ref="singles" title="Single people"\/>/<measure ref="singles" title="Single people"\/><measure ref="all" title="Total" total-of="families, single"\/>/
