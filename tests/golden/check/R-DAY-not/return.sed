/<indicator ref="H LI 5"/,/<\/indicator>/s/<value number="83.4"\/>/<value number="83.4" as-at="2009-12-31"\/>/
