s/previously="BV 64"/previously="H LI 9"/
