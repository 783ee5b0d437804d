s/<measure ref="singles"/<measure ref=""/
