s/<commentary>The records were sampled in February\.<\/commentary>/<commentary>The target has not been met, and it was not exceeded.<\/commentary>/
