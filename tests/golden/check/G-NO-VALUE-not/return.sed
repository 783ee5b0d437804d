s/<value number="83\.4"\/>/<value state="not-available"\/>/
s/<indicator ref="H LI 5" rating="amber" travel="worse">/<indicator ref="H LI 5" rating="not-available">/
