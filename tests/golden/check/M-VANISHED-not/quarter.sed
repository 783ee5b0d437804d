s/<indicator ref="H LI 1" rating="green">/<indicator ref="BV 64" rating="green">/
