s/title="Households in temporary homes"( category="service-delivery") unit="count"/title="No. of patrols"\1 unit="ratio"/
