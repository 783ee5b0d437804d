s/<indicator ref="H LI 5" rating/<indicator ref="BV 66" rating/
s|<indicator ref="BV 64"|<milestone ref="H9-1" rating="green"/><milestone ref="H9-2" rating="red"/><indicator ref="BV 64"|
