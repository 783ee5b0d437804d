s/actual-to-date="163" variance="-13"/actual-to-date="163"/
