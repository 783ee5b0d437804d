s/(title="Households in temporary homes" category="service-delivery") unit="count"/\1 unit="percent"/
s/<measure ref="singles" title="Single people"\/>/<measure ref="singles" title="Single people"\/><measure ref="both" title="Both" total-of="families, singles"\/>/
