s|<value number="83.4"/>|<value number="83.3" denominator="6"/>|
