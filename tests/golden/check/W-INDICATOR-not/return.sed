s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>H LI 5 and H LI 2 are both held back by the frost.<\/commentary>/
