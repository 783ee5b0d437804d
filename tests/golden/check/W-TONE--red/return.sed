s/<commentary>The records were sampled in February\.<\/commentary>/<commentary>The target has been exceeded by all teams.<\/commentary>/
