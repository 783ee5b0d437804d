s/(    <target period="2009-10-Q2" number="60"\/>)/    <target period="2009-10-Q1" number="60"\/>\n\1/
