s/<\/return>/<closed ref="H1-2">The policy of last year stays.<\/closed><closed ref="R1a">There is a building.<\/closed><closed ref="H LI 4">Not measured any more.<\/closed><\/return>/
/<treatment ref="R1a"/,/<\/treatment>/d
/<indicator ref="H LI 4"/,/<\/indicator>/d
