s/<actual period="2008-09" number="84\.1"\/>/<baseline period="2006-07" number="80"\/><actual period="2008-09" number="84.1"\/>/
