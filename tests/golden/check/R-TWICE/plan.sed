s/indicators="H LI 1, H LI 2"/indicators="H LI 1, H LI 1"/
