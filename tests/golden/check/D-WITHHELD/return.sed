s|<value number="83.4"/>|<value number="83.4"/><value period="2009-10-Q3" state="suppressed"/>|
