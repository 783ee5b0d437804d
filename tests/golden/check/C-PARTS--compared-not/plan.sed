/<indicator ref="H LI 5"/,/<\/indicator>/{
s/kind="snapshot"/kind="flow"/
s/<actual period="2008-09" number="84.1"\/>/<actual period="2008-09-Q4" number="84.1"\/>/
}
