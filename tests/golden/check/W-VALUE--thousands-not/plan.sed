/ref="H LI 1"/,/<\/indicator>/s/number="120"/number="120000"/
/ref="H LI 1"/,/<\/indicator>/s/number="118"/number="118000"/
/ref="H LI 1"/,/<\/indicator>/s/number="60"/number="60000"/
/ref="H LI 1"/,/<\/indicator>/s/number="125"/number="125000"/
