s/<target period="2009-10" number="85"\/>/<target period="2009-10" number="85"\/><quartile period="2008-09" top="85" middle="80" bottom="75"\/>/
