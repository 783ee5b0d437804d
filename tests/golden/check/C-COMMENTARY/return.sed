s/<commentary>Members asked for a second round of consultation, which ends in May\.<\/commentary>/<commentary> <\/commentary>/
