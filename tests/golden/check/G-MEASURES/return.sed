s|<value measure="families" number="28"/>|<value measure="families" number="31" rating="amber"/>|
s|<value measure="singles" number="25"/>|<value measure="singles" number="28" rating="red"/>|
