s/due="2010-03" areas="11" officers="OD"/due="2010-03" areas="11" officers="DO"/
