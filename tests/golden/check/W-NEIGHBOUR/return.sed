s/The records were sampled in February./83.4% were found in order./
