s/<actual period="2008-09" number="118"\/>/<actual period="2008-09" number="181"\/>/
