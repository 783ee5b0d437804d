s/<value measure="singles" number="25"\/>/<value measure="singles" state="not-available"\/>/
