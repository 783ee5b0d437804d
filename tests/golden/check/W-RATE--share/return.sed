s/The building was found in June\./The building was found in June among 8,000 dwellings of the town./; s/(Repairs took longer in the frost.)/\1 2.2% of our dwellings had a leak, 120 in all./
