s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The target was missed by 2.6 points.<\/commentary>/
