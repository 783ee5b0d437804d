s/<commentary>Members asked for a second round of consultation, which ends in May\.<\/commentary>/<commentary>The first round of consultation with tenants brought ninety answers.<\/commentary>/
s/<milestone ref="H1-2" rating="amber">/<milestone ref="H1-2" rating="not-available">/
