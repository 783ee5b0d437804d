s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The new contract begins on 31st September 2010.<\/commentary>/
