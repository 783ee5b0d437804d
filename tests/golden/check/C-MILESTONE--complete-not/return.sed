/<milestone ref="H1-1" rating="complete">/,/<\/milestone>/d
