s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="Number of calls for every warden"\1 unit="ratio"/
