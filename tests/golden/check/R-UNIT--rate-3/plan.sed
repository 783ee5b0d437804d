s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="Number of families rehoused"\1 unit="days"/
