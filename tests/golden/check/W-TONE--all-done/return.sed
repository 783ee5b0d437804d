s/Members asked for a second round of consultation, which ends in May./All 40 tenants have been heard./
