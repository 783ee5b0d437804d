/<indicator ref="H LI 5"/,/<\/indicator>/{
s/kind="snapshot"/kind="flow"/
s/<actual period="2008-09" number="84.1"\/>/<actual period="2008-09-Q1" number="83"\/><actual period="2008-09-Q2" number="84"\/><actual period="2008-09-Q3" number="85" as-at="2009-01-07"\/><actual period="2008-09-Q4" number="84.1"\/>/
}
