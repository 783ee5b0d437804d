s/The advice centre had its first full quarter\./The centre opened on Tuesday, 14 December 2009./
