s|<value number="83.4"/>|<value state="suppressed"/>|
s|Repairs took longer in the frost.|The target of 85% was set in 2009 for quarter 4; one of the depots closed on 3 February 2010.|
