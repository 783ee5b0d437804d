s/<measure ref="singles" title="Single people"\/>/<mesure reff="singles" title="Single people"\/>/
