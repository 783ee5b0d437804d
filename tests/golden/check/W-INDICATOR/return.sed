s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>H LI 2 is held back by late payments.<\/commentary>/
