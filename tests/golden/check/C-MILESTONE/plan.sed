s/due="2009-12" key="yes"/due="2009-12"/
