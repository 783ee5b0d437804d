s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>This is 0.7 percentage points worse than last year.<\/commentary>/
