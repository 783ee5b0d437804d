s|<target period="2009-10" number="98"/>|<target period="2009-10" number="97.5" bound="above"/>|
s|(title="Households.*) polarity="lower"|\1 polarity="plan"|
s|(<target measure="singles" period="2009-10" number="25")/>|<target measure="singles" period="2009-10" number="20" to="25"/>|
s|(<target measure="families" period="2009-10" number=")30"/>|\128" bound="below"/>|
s|<target period="2009-10-Q2" number="60"/>|<target period="2009-10-Q4" number="124" bound="above"/>|
