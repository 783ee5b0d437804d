s/areas="11, 30" officers="OD" board="homes"/areas="11, 30" officers="OD" board="streets"/
