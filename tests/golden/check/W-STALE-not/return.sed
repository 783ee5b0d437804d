s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Three months before, 84.9% were content.<\/commentary>/
