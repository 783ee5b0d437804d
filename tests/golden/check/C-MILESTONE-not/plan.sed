s/year="2009-10" due="2009-12" key="yes"/year="2010-11" due="2010-12" key="yes"/
