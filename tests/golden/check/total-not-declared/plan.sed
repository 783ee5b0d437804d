s/<measure ref="singles" title="Single people"\/>/<measure ref="singles" title="Single people"\/><measure ref="all" title="All households"\/>/
