s/areas="11, 30"/areas="11, 12"/
