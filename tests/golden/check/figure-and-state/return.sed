/H LI 5"/,/<\/indicator>/s/number="83.4"/number="83.4" state="not-available"/
/H LI 3"/,/<\/indicator>/s/measure="families" number="28"/measure="familes" number="28" state="not-due"/
