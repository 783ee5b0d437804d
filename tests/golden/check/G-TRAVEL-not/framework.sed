s/comparator="same-period-last-year"/comparator="same-period-last-year" least-change="1"/
