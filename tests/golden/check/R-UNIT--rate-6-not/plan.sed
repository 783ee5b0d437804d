s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="Number of staff trained as a percentage of all"\1 unit="percent"/
