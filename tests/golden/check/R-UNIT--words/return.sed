s/93 of 124 \(75%\) were in the town/124% were brought back/
