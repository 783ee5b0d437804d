s/The records were sampled in February./83.4% were happy by H LI 5, and 52% were found in order./
