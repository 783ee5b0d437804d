s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Complaints went from 3,710 to 3,836, a 3.4% reduction.<\/commentary>/
