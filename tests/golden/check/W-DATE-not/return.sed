s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The new contract begins on 30th September 2010, 29 February 2012 being its end.<\/commentary>/
