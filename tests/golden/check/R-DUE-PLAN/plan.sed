s/treatment ref="R1a" due="2009-09"/treatment ref="R1a" due="2019-09"/
