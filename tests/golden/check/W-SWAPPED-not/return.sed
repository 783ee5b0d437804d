s/Repairs took longer in the frost./It had been 84.1% a year before the frost, and 77.9% in the north./
