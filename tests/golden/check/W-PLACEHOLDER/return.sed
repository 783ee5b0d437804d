s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>To follow.<\/commentary>/
