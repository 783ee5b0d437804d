s/(<milestone ref="H1-1" rating=")complete/\1green/
