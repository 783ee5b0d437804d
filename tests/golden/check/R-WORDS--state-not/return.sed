/indicator ref="H LI 5"/,/<\/indicator>/s/<value [^>]*number="[^"]*"/<value state="annual" text="(2022\/23 outturn)"/
s/indicator ref="H LI 5" rating="amber" travel="worse"/indicator ref="H LI 5"/
