s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The figure of the second quarter was revised from 83.5% to 84.4%.<\/commentary>/
