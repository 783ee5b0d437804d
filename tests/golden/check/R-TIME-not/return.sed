s/<value number="52"/<value number="52:04"/
