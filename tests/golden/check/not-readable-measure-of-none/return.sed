s/<value measure="singles" number="25"/<value number="25"/
