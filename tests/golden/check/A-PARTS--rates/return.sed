s/<value measure="singles" number="25"\/>/<value measure="singles" number="25"\/><value measure="total" number="60"\/>/
