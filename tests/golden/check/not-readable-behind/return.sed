/<milestone ref="H1-1" rating="complete">/,/<\/milestone>/{
s/rating="complete">/rating="complete"\/>/
/<\/milestone>/d
}
