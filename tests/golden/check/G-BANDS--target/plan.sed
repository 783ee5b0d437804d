s|(ref="H LI 2".*)polarity="higher"|\1polarity="plan" band-low="95" band-high="97.9"|
