/<milestone ref="H1-2"/,/<\/milestone>/d
s|</objective>|&<milestone ref="H1-2" year="2009-10" due="2010-03"><text>Agree the lettings policy.</text></milestone>|
