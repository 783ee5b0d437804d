s|<indicator ref="H LI 2"|<indicator title="Share of"|
s|<indicator ref="H LI 5"|<indicator title="Share of t"|
