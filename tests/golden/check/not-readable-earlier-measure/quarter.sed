s/<value measure="singles"/<value measure=""/
