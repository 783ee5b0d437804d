s/<\/return>/<closed ref="">It is over.<\/closed><\/return>/; /<treatment ref="R1a"/,/<\/treatment>/d
