s/<step ref="a" due="2009-09">/<step ref="a" previously="z" due="2009-09">/
s/<treatment ref="R1a"/<treatment ref="R1a" previously="R8, R9"/
s/<equality-action ref="E1"/<equality-action ref="E1" previously="E9"/
