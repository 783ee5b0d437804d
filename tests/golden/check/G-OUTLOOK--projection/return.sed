s/period="2009-10-Q4"/period="2009-10-Q1"/
s/<value number="124"\/>/<value number="12"\/>/
