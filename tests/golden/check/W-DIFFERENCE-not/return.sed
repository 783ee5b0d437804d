s/Repairs took longer in the frost./Satisfaction is down by 0.7 to 83.4 after the frost./
