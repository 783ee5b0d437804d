s/<\/priority>/<\/priority><priority ref="CP2" title="Streets"><area ref="40">Clean streets.<\/area><\/priority>/
