s/<indicator ref="H LI 5" rating="amber">/<indicator ref="H LI 6" rating="amber">/
