s/<value number="83\.4"\/>/<value number="85"\/>/
s/<indicator ref="H LI 5" rating="amber" travel="worse">/<indicator ref="H LI 5" travel="better">/
