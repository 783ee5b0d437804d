s/ref="H LI [45]" title/code="H LI" title/
