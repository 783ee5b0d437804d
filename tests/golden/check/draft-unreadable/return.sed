s/(<return .*)status="final"/\1status="finl"/
