/H LI 2"/s/ travel="better"//
/H LI 4"/,/<\/indicator>/s/<value number="52"/<value state="not-available"/
