s/<indicator ref="H LI 2"/<indicator contact="Jo" ref="H LI 2"/
s/<milestone ref="H1-1"/<milestone id="7" ref="H1-1"/
