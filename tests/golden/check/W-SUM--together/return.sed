s/The advice centre had its first full quarter\./Families sent 12 letters and single people 7, together 21./
