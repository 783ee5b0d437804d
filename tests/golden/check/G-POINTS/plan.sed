s/<target period="2009-10" number="98"\/>/<target period="2009-10" number="0"\/>/
s/unit="percent" polarity="higher" kind="snapshot" frequency="quarterly">/unit="percent" polarity="lower" kind="snapshot" frequency="quarterly">/
