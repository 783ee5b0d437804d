s/<value number="97\.5"/<value period="2009-10-Q4" number="97.5"/
