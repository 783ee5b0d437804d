/<milestone ref="H1-1"/s/rating="complete"/rating="complet"/
