s/title="Tenants satisfied with repairs"/title="Percentage of tenants satisfied with repairs"/
