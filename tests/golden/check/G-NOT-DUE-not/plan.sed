s/year="2009-10" due="2010-03" areas="11" officers="OD">/year="2009-10" due="2010-05" areas="11" officers="OD">/
