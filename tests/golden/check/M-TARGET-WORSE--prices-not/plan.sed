/<indicator ref="H LI 1"/s/unit="count" polarity="higher" kind="cumulative"/unit="pounds" polarity="lower" kind="snapshot"/
