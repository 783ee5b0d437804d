s/The building was found in June\./Callers were 240, or 2.0 per 1,000 residents./; s/(Repairs took longer in the frost.)/\1 Letters were 360, or 4.0 per 1,000 residents./
