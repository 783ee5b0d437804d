s/from="2009-10" years="3"/from="2007-08" years="3"/
