s/priorities="CP1" areas="11" indicators="H LI 1, H LI 2" officers="OD"/priorities="CP9" areas="11, 77" indicators="H LI 1, H LI 2" officers="XX"/
