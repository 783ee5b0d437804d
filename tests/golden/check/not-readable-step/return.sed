/step="a"/s/H1-2/?H1-2/
/<milestone ref="H1-1"/,/<\/milestone>/d
