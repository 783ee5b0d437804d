s/<value number="84\.9"\/>/<value number="83.4"\/>/
