s/<step ref="a" due="2009-09">/<step ref="a" due="2010-06">/
