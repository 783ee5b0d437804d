s/(<plan .*)status="final"/\1status="finl"/
