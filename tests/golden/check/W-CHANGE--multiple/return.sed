s/The advice centre had its first full quarter\./Visits doubled from 40 to 60./
