/H LI 3"/s/polarity="lower"/polarity="lowr"/
