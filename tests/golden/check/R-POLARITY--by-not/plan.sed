s/title="Households in temporary homes"( category="service-delivery" unit="count" polarity=")lower/title="Reduce crime by training wardens"\1higher/
