s/<indicator ref="H LI 5" rating="amber" travel="worse">/<indicator ref="H LI 5" rating="amber" travel="same">/
s/<indicator ref="H LI 2" rating="amber" travel="better">/<indicator ref="H LI 2" rating="amber" travel="same">/
