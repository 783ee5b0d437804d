s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Satisfied tenants as at 31 March 2009 are shown.<\/commentary>/
