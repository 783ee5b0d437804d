s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Fewer tenants are satisfied than in 2008\/09.<\/commentary>/
