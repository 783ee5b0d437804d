s/(<milestone ref="H1-1") rating="complete"/\1 rag="complete"/
s/(<indicator ref="H LI 2") rating="amber" travel="better"/\1 symbol="red" direction="worse"/
