s/from="2009-10" years="3"/from="2008-09" years="3"/
s/year="2009-10" due="2010-03"/year="2008-09" due="2009-03"/
