/H LI 5"/,/<\/indicator>/s/number="83.4"/state="not-available" text="Survey not held until June 2010"/
/H LI 5"/,/<\/indicator>/s/rating="amber" travel="worse"/rating="not-available"/
