s/impact="2" level="low"/impact="2" level="high"/
