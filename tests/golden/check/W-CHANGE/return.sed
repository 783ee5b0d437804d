s/The advice centre had its first full quarter\./Visits rose from 902 to 773 in the year./
