s/(<return .*)service="housing"/\1service="#housing"/
