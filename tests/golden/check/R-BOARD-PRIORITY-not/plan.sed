s/areas="11, 30" officers="OD" board="homes"/areas="11, 30" officers="OD" board="streets" priorities="CP2, CP1"/
