s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The figure is 83.4%, and 83.6% with the shops.<\/commentary>/
