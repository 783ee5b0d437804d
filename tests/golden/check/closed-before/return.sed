/<indicator ref="H LI 5"/,/<\/indicator>/d
