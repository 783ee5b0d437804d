s/<indicator ref="H LI 4" (.*) unit="percent" polarity="higher" kind="snapshot"/<indicator ref="H LI 4" \1 unit="text" polarity="higher" kind="grade" order="zzq"/
s/<target period="2009-10" number="90"\/>/<target period="2009-10" text="Good"\/>/
