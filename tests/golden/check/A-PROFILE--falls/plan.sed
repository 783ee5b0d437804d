s/<target period="2009-10-Q2" number="60"\/>/<target period="2009-10-Q2" number="60"\/><target period="2009-10-Q3" number="50"\/>/
