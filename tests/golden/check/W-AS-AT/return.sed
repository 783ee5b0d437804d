s/<value number="83.4"/<value number="83.4" as-at="2010-02-28"/; s/(Repairs took longer in the frost.)/\1 Jobs up to the end of March 2010 are included./
