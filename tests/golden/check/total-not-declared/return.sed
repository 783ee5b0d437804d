s/<value measure="singles" number="25"\/>/<value measure="singles" number="25"\/><value measure="all" number="70"\/>/
