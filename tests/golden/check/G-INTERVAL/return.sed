s|<indicator ref="H LI 5" rating="amber" travel="worse">|<indicator ref="H LI 5" rating="red" travel="worse">|
s|<value number="83.4"/>|<value number="83.4" lower="80.1" upper="86.7" level="95" sample="380"/>|
