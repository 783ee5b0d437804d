s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Performance fell compared with last year.<\/commentary>/
