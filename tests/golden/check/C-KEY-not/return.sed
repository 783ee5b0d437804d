s/<milestone ref="H1-1" rating="complete">/<milestone ref="H1-11" rating="complete">/
