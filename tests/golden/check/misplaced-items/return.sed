/<milestone ref="H1-1"/,/<\/milestone>/d
s/<value number="124"\/>/&<milestone ref="H1-1" rating="complete"><commentary>It has been open since December.<\/commentary><\/milestone>/
/<treatment ref="R1a"/,/<\/treatment>/d
s/(<text>The new Housing Bill is before Parliament.<\/text>)/\1<treatment ref="R1a" rating="green"><commentary>It was found.<\/commentary><\/treatment>/
