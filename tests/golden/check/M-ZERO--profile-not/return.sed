s/<value measure="families" number="28"\/>/<value measure="families" number="0"\/>/
