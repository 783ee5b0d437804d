s|</return>|<closed ref="H LI 5" now="H LI 77">One survey asks both.</closed></return>|
