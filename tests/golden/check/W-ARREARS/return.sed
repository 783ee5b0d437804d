s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The figure covers tenants who were asked up to the end of February 2010.<\/commentary>/
