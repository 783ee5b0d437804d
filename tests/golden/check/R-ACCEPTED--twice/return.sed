s/budget="1040"/budget="1150"/
