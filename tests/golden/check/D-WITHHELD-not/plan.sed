/H LI 1"/s/kind="cumulative"/kind="flow"/
/period="2009-10-Q2"/d
