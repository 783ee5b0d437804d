/<indicator ref="H LI 2"/,/<\/indicator>/s/<target period="2010-11" number="98.5"\/>/<target period="2010-11" text="AAA rating kept" until="2011-12"\/>/
