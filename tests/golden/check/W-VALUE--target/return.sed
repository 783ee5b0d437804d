s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The figure of 83.4% misses the target of 86% in the frost.<\/commentary>/
