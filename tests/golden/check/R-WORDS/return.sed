s/<value number="52"\/>/<value text="approx. 52"\/>/
s/<value measure="singles" number="25"\/>/<value measure="singles" text="TBC"\/>/
