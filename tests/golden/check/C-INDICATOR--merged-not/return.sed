/<indicator ref="H LI 4"/,/<\/indicator>/d
