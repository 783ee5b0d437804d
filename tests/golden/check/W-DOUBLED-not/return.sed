s/The advice centre had its first full quarter\./The advice centre had had its first quarter./
