s/due="2010-04-30"/due="2010-04-30" officer="ZZ"/
