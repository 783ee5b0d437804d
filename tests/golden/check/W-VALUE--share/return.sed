s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>Of 1,000 tenants asked, 829 of 1,000 were content.<\/commentary>/
