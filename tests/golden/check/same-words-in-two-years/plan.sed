s|<milestone ref="H1-3" year="2010-11" due="2010-09" officers="OD" priorities="CP1">|<milestone year="2010-11" due="2010-09" officers="OD">|
s|Move the team\.|Report on the lettings.|
s|<milestone ref="H1-2" year="2009-10" due="2010-03" areas="11" officers="OD">|<milestone year="2009-10" due="2010-03" officers="OD">|
s|Agree the lettings policy\.|Report on the lettings.|
