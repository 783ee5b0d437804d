/<step ref="a" due="2009-09">/,/<\/step>/{s/due="2009-09"/due="2010-03"/}
