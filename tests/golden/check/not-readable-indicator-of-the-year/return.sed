s/period="2009-10-Q4"/period="2009-10-Q3"/
/<indicator ref="H LI 5"/s/H LI 5/?5/
