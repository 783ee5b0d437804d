/<milestone ref="H1-2" rating/,/<\/milestone>/d
/step="a"/d
s/<\/return>/<closed ref="H 1">The homes are another service.<\/closed><\/return>/
