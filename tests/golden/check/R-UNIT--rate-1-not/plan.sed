s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="No. of loans versus members registered"\1 unit="ratio"/
