s/<milestone ref="H1-2" rating="amber">/<milestone ref="H1-2" rating="green">/
s/<commentary>Members asked for a second round of consultation, which ends in May\.<\/commentary>/<commentary>Consultation continues and a draft is awaited.<\/commentary>/
