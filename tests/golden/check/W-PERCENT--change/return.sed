s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Complaints went from 3,836 to 3,710, a 4.3% reduction.<\/commentary>/
