s/The advice centre had its first full quarter\./The centre had 568 visits, of which 340 were in the morning and 238 in the afternoon./
