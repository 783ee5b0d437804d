s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>This is 1.7 percentage points worse than last year.<\/commentary>/
