s/<initial likelihood="3" impact="4" score="12" level="high"/<initial likelihood="3" impact="4" score="12x" level="high"/
s/<initial likelihood="3" impact="4" score="12"\/>/<initial likelihood="3" impact="3" score="9" level="hihg"\/>/
