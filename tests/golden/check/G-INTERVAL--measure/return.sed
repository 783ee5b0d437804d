s|<value measure="families" number="28"/>|<value measure="families" number="31" lower="25" upper="37" rating="amber"/>|
