s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Over 83% of the tenants were satisfied, nearly 84% in the end.<\/commentary>/
