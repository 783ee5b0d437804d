s/Repairs took longer in the frost\./Repairs took longer in the frost; last year it was 84.1%./
