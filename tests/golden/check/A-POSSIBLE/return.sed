s|<value number="83.4"/>|<value number="83.4" denominator="7"/>|
