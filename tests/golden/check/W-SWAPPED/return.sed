s/Repairs took longer in the frost./Before the frost 81.4% had been seen./
