s/actual-to-date="-108" variance="8"/actual-to-date="-108" variance="-8"/
