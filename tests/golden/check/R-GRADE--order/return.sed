s/<value number="52"\/>/<value text="Faire"\/>/
