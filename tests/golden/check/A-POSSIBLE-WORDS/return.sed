s|Fewer families needed a temporary home.|Of them, 33.4% of the 7 hostels were full.|
