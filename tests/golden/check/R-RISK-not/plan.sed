s/objective="H 1" milestone="H1-1"/objective="H 1"/
