s/<value measure="singles" number="25"\/>/<value measure="single" number="25"\/>/
