/<indicator ref="H LI 5"/,/<\/indicator>/s/<value /<value period="2009" /
