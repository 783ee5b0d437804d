s/period="2009-10-Q4"/period="2009-10-Q3"/
s/<equality-action ref="E1" rating="green">/<equality-action ref="E11" rating="green">/
