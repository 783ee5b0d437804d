/ref="H LI 1"/s/ polarity="higher"//
