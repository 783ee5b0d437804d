s|<value number="97.5" numerator="3900" denominator="4000"/>|<value period="2009-10-M10" number="97.1"/><value period="2009-10-M11" number="97.2"/><value period="2009-10-M12" number="97.8"/>|
s|<value number="83.4"/>|<value period="2009-10-M11" number="83.1"/><value period="2009-10-M12" number="83.4"/>|
s|<value number="52"/>|<value period="2009-10-M11" number="52"/>|
s|<indicator ref="H LI 2" rating="amber" travel="better">|<indicator ref="H LI 2">|
