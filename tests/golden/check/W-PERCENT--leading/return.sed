s/93 of 124 \(75%\) were in the town/93 homes, or 57% of the 124, were in the town/
