s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>In 2008\/09 tenants are satisfied on the whole.<\/commentary>/
