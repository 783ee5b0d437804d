s/<value number="83\.4"\/>/<value state="suppressed"\/>/
