s|<target period="2009-10" number="98"/>|<target period="2009-10" number="98.5" to="99.5"/>|
s|(ref="H LI 2".*)polarity="higher"|\1polarity="plan"|
