s/period="2009-10-Q4"/period="2009-10-Q3"/
s/<treatment ref="R1a" rating="green">/<treatment ref="R11" rating="green">/
