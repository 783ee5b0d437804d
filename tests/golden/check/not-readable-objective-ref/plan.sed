s/<objective ref="H 1"/<objective ref="?H 1"/
s/ milestone="H1-1"//
