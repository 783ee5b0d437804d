s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>In quarter 3 it was 81.2%.<\/commentary>/
