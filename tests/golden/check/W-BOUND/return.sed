s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Over 84% of the tenants were satisfied.<\/commentary>/
