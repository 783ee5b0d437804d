s/Members asked for a second round of consultation, which ends in May./All 40 tenants have been asked, but few have answered yet./
