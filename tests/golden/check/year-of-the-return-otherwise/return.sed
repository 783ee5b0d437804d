s/period="2009-10-Q4"/period="2009-Q4"/
