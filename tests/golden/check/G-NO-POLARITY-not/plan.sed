/ref="H LI 4"/s/ polarity="higher"//
