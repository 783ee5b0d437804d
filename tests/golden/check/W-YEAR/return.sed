s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>This report covers quarter 4 of 2008\/09.<\/commentary>/
