s|<milestone ref="H1-2" year="2009-10" due="2010-03"|<milestone ref="H1-2"|
