/<indicator ref="H LI 5"/,/<\/indicator>/d
s|</return>|<closed ref="H LI 5">The survey was given up.</closed></return>|
