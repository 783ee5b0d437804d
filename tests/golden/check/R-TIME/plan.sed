/ref="H LI 4"/s/unit="percent"/unit="minutes-seconds"/
