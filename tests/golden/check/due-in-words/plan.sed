s|<milestone ref="H1-2" year="2009-10" due="2010-03" areas|<milestone ref="H1-2" year="2009-10" due-note="By end of January 2010. Report to members" areas|
s|<treatment ref="R1a" due="2009-09"|<treatment ref="R1a" due-note="03/04/2010"|
s|<milestone ref="H1-3" year="2010-11" due="2010-09"|<milestone ref="H1-3" due-note="September 2010"|
