s/title="Quality of the housing register"/title="Tenants satisfied with lettings"/
