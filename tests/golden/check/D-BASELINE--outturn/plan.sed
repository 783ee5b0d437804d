s/<actual period="2008-09" number="84.1"\/>/<baseline period="2008-09" number="81.4"\/><actual period="2008-09" number="84.1"\/>/
