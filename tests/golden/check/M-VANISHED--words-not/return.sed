s|<indicator ref="H LI 2"|<indicator title="Rent collected as a share of what is due"|
s|</return>|<closed title="share of rent collected" now="Rent collected as a share">Clearer words.</closed>&|
