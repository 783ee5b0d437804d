s|<indicator ref="H LI 3" rating="green">|<indicator ref="H LI 3">|
s|<value measure="families" number="28"/>|<value measure="families" number="28" rating="green"/>|
s|<value measure="singles" number="25"/>|<value measure="singles" number="25" rating="green"/>|
