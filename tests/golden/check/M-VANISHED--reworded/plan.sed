s|<indicator ref="H LI 2" title="Share of rent collected"|<indicator title="Rent collected as a share of what is due"|
s|indicators="H LI 1, H LI 2"|indicators="H LI 1"|
