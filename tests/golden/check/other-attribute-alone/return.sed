s/<value number="124"/<value remark="counted twice" number="124"/
