/<milestone ref="H1-3"/s/year="2010-11"/year="2O10-11"/
