s|Fewer families needed a temporary home.|Of them, 42.9% of the 7 hostels were full, and 28.5% of the 7 empty, and about 33.4% of the 7 had a waiting list.|
