s/<value number="83.4"\/>/<value number="83.4"\/><value period="2009-10-Q1" number="84.0"\/><value period="2009-10-Q2" number="24.9"\/>/
