s|<target period="2009-10" number="98"/>|<target period="2009-10" number="97" bound="above"/>|
s|(<target measure="singles" period="2009-10" number="25")/>|\1 bound="at-most"/>|
