s|<value number="83.4"/>|<value period="2009-10" number="83.4"/>|
