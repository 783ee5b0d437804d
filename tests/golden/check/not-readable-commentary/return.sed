/<milestone ref="H1-2" rating/,/<\/milestone>/s/<commentary>.*<\/commentary>/<commentary><ul><item>Members asked.<\/item><\/ul><\/commentary>/
