s/Fewer families needed a temporary home\./Repairs took longer in the frost of 14 January 2010./; s/Repairs took longer in the frost\./Repairs took longer in the frost of 14 January 2010./
