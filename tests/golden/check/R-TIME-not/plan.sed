/ref="H LI 4"/s/unit="percent"/unit="minutes-seconds"/
s/<target period="2009-10" number="90"/<target period="2009-10" number="90:00"/
