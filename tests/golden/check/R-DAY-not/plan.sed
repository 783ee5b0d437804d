/<indicator ref="H LI 5"/,/<\/indicator>/s/<actual period="2008-09" number="84.1"\/>/<actual period="2009-10-Q2" number="83.4" as-at="2009-12-31"\/>/
