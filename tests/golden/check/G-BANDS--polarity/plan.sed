s|(ref="H LI 2".*)polarity="higher"|\1polarity="higher" band-low="95"|
