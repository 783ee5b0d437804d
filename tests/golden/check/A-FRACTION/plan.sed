/ref="H LI 5"/,/<\/indicator>/s/number="85"/number="0.85"/
