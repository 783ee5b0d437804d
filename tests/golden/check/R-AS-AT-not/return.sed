s/<value number="83.4"/<value number="83.4" as-at="2010-04-07"/; s/kind="revenue" title="Housing"/kind="revenue" title="Housing" as-at="2010-03-31"/
