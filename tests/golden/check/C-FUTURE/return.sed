s/<value number="83\.4"\/>/<value number="83.4"\/><value period="2010-11-Q1" number="84.4"\/>/
