s/The advice centre had its first full quarter\./This report covers the fourth quarter, up to 31 March 2010./
