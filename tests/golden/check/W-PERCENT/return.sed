s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Of the jobs, 64 of 114 (55%) were late.<\/commentary>/
