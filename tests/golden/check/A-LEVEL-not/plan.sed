s/impact="2" level="low"/impact="3" level="medium"/
