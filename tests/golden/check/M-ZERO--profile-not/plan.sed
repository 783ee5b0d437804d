s/(<target measure="families" period="2009-10)(" number=")30/\1-Q4\20"\/>&/
