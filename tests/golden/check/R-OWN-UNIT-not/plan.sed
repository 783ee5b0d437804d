/ref="H LI 2"/s/unit="percent"/unit="rent-points"/
