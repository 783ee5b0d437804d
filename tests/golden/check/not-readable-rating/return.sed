/<indicator ref="H LI 1"/s/rating="green" travel="better"/rating="grean" travel="up"/
/<milestone ref="H1-1"/s/complete/done/
/<treatment/s/green/gren/
/<equality/s/green/gren/
/step="a"/s/green/gren/
