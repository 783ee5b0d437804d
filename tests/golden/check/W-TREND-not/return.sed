s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The contractor has improved since, and the frost is over.<\/commentary>/
