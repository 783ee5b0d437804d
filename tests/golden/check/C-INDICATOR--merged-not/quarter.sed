/<indicator ref="H LI 4"/,/<\/indicator>/d
s|</return>|<closed ref="H LI 4" now="H LI 2">They are one now.</closed>&|
