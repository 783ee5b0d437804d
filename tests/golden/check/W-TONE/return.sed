s/<commentary>It is printed in four languages\.<\/commentary>/<commentary>No significant progress has been made with the register.<\/commentary>/
