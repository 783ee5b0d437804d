/<indicator ref="H LI 5"/,/<\/indicator>/s/<target period="2009-10" number="85"\/>/<target period="2009" number="85"\/>/
