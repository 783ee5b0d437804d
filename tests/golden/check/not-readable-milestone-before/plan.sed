/<milestone ref="H1-1"/s/ref="H1-1"/rf="H1-1"/
