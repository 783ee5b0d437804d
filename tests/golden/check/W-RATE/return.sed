s/The building was found in June\./The building was found in June among 8,000 dwellings of the town./; s/(Repairs took longer in the frost.)/\1 Leaks came to 44, or 8.5 for every 1,000 dwellings./
