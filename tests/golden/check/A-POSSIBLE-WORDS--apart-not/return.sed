s|Fewer families needed a temporary home.|The aim was 84%; 18 of 21 hostels were inspected. In May it was 33.4%, 2 of 7 hostels in June, and 61% by 4 of 7 wardens.|
