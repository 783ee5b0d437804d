s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Of all tenants 84.9% are content.<\/commentary>/
