s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Calls: Q1 30, Q2 33, Q3 29, Q4 32, total 142.<\/commentary>/
