s/<\/priority>/<\/priority><priority ref="CP2" title="Streets"><area ref="40">Clean streets.<\/area><\/priority>/
s/<board ref="homes"/<board ref="streets" title="Streets Board" priorities="CP2"\/><board ref="homes"/
