s|<value number="97.5" numerator|<value number="97.5" lower="96" upper="98.6" numerator|
