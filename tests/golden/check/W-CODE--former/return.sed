s/The advice centre had its first full quarter\./The advice centre helps with H LI 9./
