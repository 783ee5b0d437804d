s/<value number="124"/<value note="counted twice" number="124"/
