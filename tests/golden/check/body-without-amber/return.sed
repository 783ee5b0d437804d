s/<milestone ref="H1-2" rating="amber"/<milestone ref="H1-2" rating="red"/
s/(<indicator ref="H LI [25]") rating="amber"/\1/
