s/value number="124"/value number="124000"/
s/<commentary>Of the homes.*<\/commentary>/<commentary>Some 124 thousand homes, where a target of 120 thousand was set.<\/commentary>/
