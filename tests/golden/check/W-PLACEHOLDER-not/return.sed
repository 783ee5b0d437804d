s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Repairs follow the frost.<\/commentary>/
