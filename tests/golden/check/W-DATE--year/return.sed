s/The advice centre had its first full quarter\./The centre opened in December 2109./
