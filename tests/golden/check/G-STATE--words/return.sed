/indicator ref="H LI 5"/,/<\/indicator>/s/<value [^>]*number="[^"]*"/<value text="Seven of the towns"/
s/indicator ref="H LI 5" rating="amber" travel="worse"/indicator ref="H LI 5" rating="not-available"/
