/<indicator ref="H LI 5"/,/<\/indicator>/s/kind="snapshot" frequency="quarterly"/kind="annual" frequency="annual"/
