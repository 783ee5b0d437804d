s/(  <role ref="OD")/  <role ref="HH" title="Head of Housing"\/>\n\1/
