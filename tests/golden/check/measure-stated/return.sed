s|<value measure="families" number="28"/>|<value measure="families" number="28" rating="red"/>|
s|<value measure="singles" number="25"/>|<value measure="singles" number="28" rating="green"/>|
s|<value number="83.4"/>|<value number="83.4" rating="red"/>|
s|<indicator ref="H LI 5" rating="amber"|<indicator ref="H LI 5"|
