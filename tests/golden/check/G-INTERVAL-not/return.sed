s|<value number="83.4"/>|<value number="83.4" lower="82.9" upper="84" level="95"/>|
s|<indicator ref="H LI 2" rating="amber" travel="better">|<indicator ref="H LI 2" rating="amber" travel="no-clear-change">|
s|<value number="97.5" numerator|<value number="97.5" lower="96" upper="97.9" numerator|
