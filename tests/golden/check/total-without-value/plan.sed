s|<measure ref="singles" title="Single people"/>|&<measure ref="all" title="All" total-of="families, singles"/>|
s|<target measure="singles" period="2009-10" number="25"/>|&<target measure="all" period="2009-10" number="55"/>|
