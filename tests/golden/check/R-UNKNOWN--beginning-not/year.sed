s|<indicator ref="H LI 2"|<indicator title="Share of rent"|
s|<indicator ref="H LI 5"|<indicator title="Share of tenants"|
