s|<indicator ref="H LI 2"|<indicator title="Rent collected as a share of what is due"|
