s|<indicator ref="H LI 2"|<indicator title="Share of rent"|
