s/<value number="92"\/>/<value number="129"\/>/
