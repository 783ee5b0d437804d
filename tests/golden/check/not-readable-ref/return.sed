/<milestone ref="H1-1"/s/H1-1/_H1-1/
/<indicator ref="H LI 1"/s/H LI 1/_1/
/<treatment ref/s/R1a/#R1a/
/<equality-action ref/s/E1/#E1/
/step="a"/s/step="a"/step="#a"/
