/ref="H LI [125]"/s/ polarity="higher"//
