s/Repairs took longer in the frost./Repairs took longer: we are 0.7% worse than last year./
