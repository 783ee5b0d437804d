s/period="2008-09-Q4"/period="2010-11-Q1"/
