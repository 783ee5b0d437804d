s/The advice centre had its first full quarter\./This report covers the third quarter, up to 31 December 2009./
