s/due="2009-12" key="yes" areas="11, 30" officers="OD" board="homes"/due="2009-12" key="yes" areas="11, 30" officers="OD" board="house"/
