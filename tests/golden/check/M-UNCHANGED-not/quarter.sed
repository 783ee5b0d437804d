s/<value measure="families" number="32"\/>/<value measure="families" number="28"\/>/
