s/<indicator ref="H LI 2" rating="amber" travel="better">/<indicator ref="H LI 2" travel="better">/
