/<indicator ref="H LI 2"/,/<\/indicator>/s/<target period="2009-10" number="98"\/>/<target period="2009-10-M12" number="97"\/>/
