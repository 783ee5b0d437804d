s/title="Households in temporary homes"( category="service-delivery" unit="count" polarity=")lower/title="Reduce fly-tipping: fines issued"\1higher/
