s|</return>|<closed ref="H LI 6" now="H LI 5">One survey asks both.</closed></return>|
