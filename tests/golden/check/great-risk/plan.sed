s/likelihood="3" impact="4" score="12"/likelihood="1000000" impact="1000000"/
