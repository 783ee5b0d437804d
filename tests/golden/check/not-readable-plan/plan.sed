/<milestone ref="H1-1"/s/ref="H1-1"/ref="_"/
/<milestone ref="H1-2"/s/year="2009-10"/year="2009"/
/<indicator ref="H LI 2"/s/unit="percent" polarity="higher"/unit="per cent" polarity="up"/
/<indicator ref="H LI 3"/s/ref="H LI 3" title="[^"]*"/ref="H LI 2"/
s/<text>Move the team.<\/text>//
