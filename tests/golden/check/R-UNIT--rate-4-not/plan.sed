s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="Days lost to sickness per post"\1 unit="ratio"/
