/<indicator ref="H LI 5"/,/<\/indicator>/{
s/kind="snapshot" frequency="quarterly"/kind="annual" frequency="annual"/
s/<actual period="2008-09" number="84.1"\/>/<actual period="2007" number="80.2"\/><actual period="2008" number="84.1"\/>/
s/<target period="2009-10" number="85"\/>/<target period="2009" number="85"\/><target period="2010" number="40"\/>/
}
