s/(<plan .*)service="housing"/\1service="#"/
