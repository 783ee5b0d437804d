/<indicator ref="H LI 5"/s/kind="snapshot" frequency="quarterly"/kind="annual" frequency="annual"/
