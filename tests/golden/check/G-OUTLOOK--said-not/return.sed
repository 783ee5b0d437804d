s/period="2009-10-Q4"/period="2009-10-Q3"/
s/<indicator ref="H LI 5" rating="amber" travel="worse">/<indicator ref="H LI 5" rating="green">/
s/Repairs took longer in the frost\./At the end of the year satisfaction with repairs will have reached its target./
