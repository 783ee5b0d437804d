/<indicator ref="H LI 5"/,/<\/indicator>/s/number="83.4"/number="83.4" state="supressed"/
