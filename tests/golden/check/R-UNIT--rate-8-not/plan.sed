s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="Days of training given"\1 unit="count"/
