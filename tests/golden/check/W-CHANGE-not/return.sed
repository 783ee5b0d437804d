s/The advice centre had its first full quarter\./Visits fell from 902 to 773, a reduction of 129, and letters doubled from 40 to 81./
