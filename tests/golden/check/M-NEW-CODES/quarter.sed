s/period="2009-10-Q3"/period="2008-09-Q1"/
