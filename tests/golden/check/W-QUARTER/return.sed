s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>In quarter 2 the frost held repairs up.<\/commentary>/
