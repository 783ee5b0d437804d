s|<indicator ref="H LI 2" title="Share of rent collected"|<indicator title="Share of rent collected"|
s|<indicator ref="H LI 5" title="Tenants satisfied with repairs"|<indicator title="Share of tenants satisfied"|
s|indicators="H LI 1, H LI 2"|indicators="H LI 1"|
