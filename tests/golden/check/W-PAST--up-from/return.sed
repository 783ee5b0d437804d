s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Tenants were less satisfied, down from 86.1% last year.<\/commentary>/
