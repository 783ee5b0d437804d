s/numerator="3900"/numerator="3901"/
