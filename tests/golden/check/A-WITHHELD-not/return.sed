s/<value measure="singles" number="25"\/>/<value measure="singles" state="suppressed"\/><value measure="all" state="suppressed"\/>/
