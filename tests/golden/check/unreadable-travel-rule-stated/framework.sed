s/comparator="same-period-last-year"/comparator="last-perod"/
