s|<value number="97.5" numerator="3900" denominator="4000"/>|&<value period="2009-10-M12" number="97.5"/><value period="2009-10-M11" number="96.1"/>|
s|<value number="83.4"/>|<value number="83.4" flags="estimate"/><value period="2009-10-M12" number="84"/>|
