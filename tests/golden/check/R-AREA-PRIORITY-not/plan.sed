s/due="2010-03" areas="11" officers="OD"/due="2010-03" areas="40" officers="OD"/
s/areas="11, 30"/areas="40"/
