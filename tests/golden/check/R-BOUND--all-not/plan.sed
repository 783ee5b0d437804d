s|<target period="2009-10" number="98"/>|<target period="2009-10" number="95" to="100"/>|
