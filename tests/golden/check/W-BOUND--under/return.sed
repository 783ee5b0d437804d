s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Fewer than 83% of the tenants were satisfied.<\/commentary>/
