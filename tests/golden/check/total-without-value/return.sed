s|<value measure="singles" number="25"/>|&<value measure="all" state="not-available"/>|
s|<indicator ref="H LI 3" rating="green">|<indicator ref="H LI 3">|
