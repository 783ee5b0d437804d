s|<value number="97.5" numerator="3900" denominator="4000"/>|&<value period="2009-10-M12" number="96.9"/>|
