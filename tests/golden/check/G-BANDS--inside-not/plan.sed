s|(ref="H LI 2".*)polarity="higher"|\1polarity="plan" band-low="95" band-high="98.5"|
s|<target period="2010-11" number="98.5"/>|<target period="2010-11" number="95" to="98.5"/>|
