s/<value number="97\.2"\/>/<value number="96.8" flags="provisional"\/>/
