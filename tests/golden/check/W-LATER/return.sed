s/<milestone ref="H1-2" rating="amber">/<milestone ref="H1-2" rating="green">/
s/<commentary>Members asked for a second round of consultation, which ends in May\.<\/commentary>/<commentary>The policy will be completed in June 2010.<\/commentary>/
