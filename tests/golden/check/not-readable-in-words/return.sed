/<indicator ref="H LI 4"/,/<\/indicator>/{
/<value number="52"\/>/d
s|<commentary>The records|<commentary><value number="52"/>The records|
}
