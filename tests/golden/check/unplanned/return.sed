s/<milestone ref="H1-1"/<milestone ref="H9-1"/
s/step="a"/step="z"/
s/<indicator ref="H LI 5"/<indicator ref="H LI 99"/
s/<value measure="singles" number="25"/<value measure="couples" number="25"/
s/<treatment ref="R1a"/<treatment ref="R9a"/
s/<equality-action ref="E1"/<equality-action ref="E9"/
s/(<statement ref="revenue")/\1/
$s/<\/return>/<closed ref="X1">It is over.<\/closed><\/return>/
