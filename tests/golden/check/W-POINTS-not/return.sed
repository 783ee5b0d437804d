s/Repairs took longer in the frost./Repairs took longer: we are 0.7 points worse than last year./
