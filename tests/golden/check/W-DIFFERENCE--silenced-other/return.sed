s/Repairs took longer in the frost./Satisfaction is down by 2.7 to 83.4 after the frost./
