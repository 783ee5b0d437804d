s/<closed ref="x"//; s/(<milestone ref="H1-1" rating=")complete/\1green/
