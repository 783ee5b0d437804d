/<milestone ref="H1-2"/s/rating="green"/rating="gren"/; /<milestone ref="H1-1"/s/ref="H1-1"/rf="H1-1"/
