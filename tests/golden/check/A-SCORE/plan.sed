s/impact="4" score="12" level="high"/impact="4" score="9"/
