s/<target period="2009-10-Q2" number="60"\/>/<target period="2009-10-Q4" number="102"\/>/
