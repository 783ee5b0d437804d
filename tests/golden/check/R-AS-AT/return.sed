s/<value number="83.4"/<value number="83.4" as-at="2011-02-28"/
