s|Fewer families needed a temporary home.|Of them, 33.4 per cent of those 7 hostels were full.|
