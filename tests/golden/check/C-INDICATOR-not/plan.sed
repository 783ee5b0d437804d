s/unit="percent" polarity="higher" kind="snapshot" frequency="quarterly" rule="floor"/unit="percent" polarity="higher" kind="survey" every-years="3" rule="floor"/
