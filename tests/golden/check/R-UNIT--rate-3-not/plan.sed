s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="Number of working days lost per employee"\1 unit="fte"/
