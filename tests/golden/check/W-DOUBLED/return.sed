s/The advice centre had its first full quarter\./The advice centre had its first quarter in the the town./
