s/<target period="2010-11" number="125"\/>/<target period="2010-11" number="115"\/>/
