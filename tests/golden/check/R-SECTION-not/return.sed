s/(<section ref=")key-developments(" number="2.0")/\1key-development-areas\2/
