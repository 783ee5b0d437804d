s/<milestone ref="H1-2" rating="amber">/<milestone ref="H1-2" rating="green">/
s/<commentary>Members asked for a second round of consultation, which ends in May\.<\/commentary>/<commentary>The policy was completed in March 2010 and is reviewed in June 2011.<\/commentary>/
