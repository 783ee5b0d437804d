/<indicator ref="H LI 5"/,/<\/indicator>/{
s/kind="snapshot"/kind="average"/
s/<actual period="2008-09" number="84.1"\/>/<actual period="2008-09-Q1" number="83" numerator="83" denominator="100"\/><actual period="2008-09-Q2" number="84" numerator="84" denominator="100"\/><actual period="2008-09-Q3" number="85" numerator="85" denominator="100"\/><actual period="2008-09-Q4" number="84.4" numerator="211" denominator="250"\/>/
}
