/<milestone ref="H1-2"/s/due="2010-03"/dew="2010-03"/
