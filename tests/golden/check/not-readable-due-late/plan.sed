/<milestone ref="H1-1"/s/due="2009-12"/due="2009-13"/
/<milestone ref="H1-2"/s/due="2010-03"/due="2010-O3"/
