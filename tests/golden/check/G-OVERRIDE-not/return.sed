s/<indicator ref="H LI 5" rating="amber" travel="worse">/<indicator ref="H LI 5" rating="amber" reason="Five weeks of frost.">/
