s/<value measure="singles" number="25"\/>/<value measure="singles" number="25"\/><value measure="both" number="26.5"\/>/
