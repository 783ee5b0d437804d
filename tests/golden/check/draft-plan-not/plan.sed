s/(<plan .*)title="Service Plan 2009-12"/\1title="Service Plan 2009-2012"/
