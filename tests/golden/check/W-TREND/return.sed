s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Performance has improved in all areas.<\/commentary>/
