s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The number of complaints, 105, is 29% higher than the 81 of a year ago.<\/commentary>/
