s/The advice centre had its first full quarter\./Visits fell from 902 to 773, a reduction of 139./
