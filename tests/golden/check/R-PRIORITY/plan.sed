s/officers="OD" priorities="CP1"/officers="OD" priorities="CP2"/
