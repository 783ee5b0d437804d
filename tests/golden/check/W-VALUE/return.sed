s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The figure is 83.6%.<\/commentary>/
