s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Fewer were satisfied than in quarter 4 of 2008\/09, and on 31 March 2010 even fewer.<\/commentary>/
