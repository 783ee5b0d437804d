s/ref="H LI 4"/title="Quality of the housing register"/
s/ref="H LI 5"/title="Tenants satisfied with repairs"/
