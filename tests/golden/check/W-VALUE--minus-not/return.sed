s/value number="124"/value number="-124"/
s/<commentary>Of the homes.*<\/commentary>/<commentary>−124 homes, after those that were lost.<\/commentary>/
