s/<milestone ref="H1-1" rating="[a-z]*">/<milestone ref="H1-1" rating="complete">/
