s|</return>|<closed ref="H LI 8" now="H LI 5">One survey asks both.</closed><closed ref="H LI 9">Nobody counts it any more.</closed></return>|
