s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="Average number of visits by each patrol"\1 unit="ratio"/
