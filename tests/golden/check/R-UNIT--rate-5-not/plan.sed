s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="Number of tonnes recovered"\1 unit="tonnes"/
