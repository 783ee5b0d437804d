/<treatment ref="R1a"/,/<\/treatment>/d
s/<\/return>/<closed ref="R1">There is a building.<\/closed><\/return>/
