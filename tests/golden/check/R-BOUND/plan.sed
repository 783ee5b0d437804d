s|<target period="2009-10" number="98"/>|<target period="2009-10" number="98" bound="at-most"/>|
s|<target period="2010-11" number="98.5"/>|<target period="2010-11" number="98" to="99"/>|
