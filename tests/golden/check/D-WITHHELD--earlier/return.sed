/ref="H LI 5"/,/<\/indicator>/s|<value number="83.4"/>|<value number="83.4"/><value period="2009-10-Q3" number="84.9"/>|
