s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Performance improved compared with last year.<\/commentary>/
