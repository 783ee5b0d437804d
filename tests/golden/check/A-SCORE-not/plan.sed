s/likelihood="3" impact="4" score="12" level="high"/score="9"/
