s/from="2009-10" years="3"/from="2006-07" years="3"/
