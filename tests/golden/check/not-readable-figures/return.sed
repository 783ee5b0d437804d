/<line title="Repairs"/s/budget="300"/budget="3oo"/
