s/(<milestone ref="H1-2" step)/<milestone ref="H1-3" rating="red"><commentary>No van can be had.<\/commentary><\/milestone>\1/
