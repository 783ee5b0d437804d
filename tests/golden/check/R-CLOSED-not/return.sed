/<milestone ref="H1-2" rating/,/<\/milestone>/d
/step="a"/d
s/<\/return>/<closed ref="H1-2">The policy of last year stays.<\/closed><\/return>/
