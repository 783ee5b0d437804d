s/Q2 33 homes/Q2 23 homes/; s/total homes 124/total homes 114/
