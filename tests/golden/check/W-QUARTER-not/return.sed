s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>In quarter 4 the frost held repairs up, more so than in quarter 2.<\/commentary>/
