s/<value number="124"\/>/<value number=""\/>/
