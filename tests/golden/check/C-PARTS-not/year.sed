/<indicator ref="H LI 5"/,/<\/indicator>/s/<value number="84.1"/<value number="84.4" numerator="211" denominator="250"/
