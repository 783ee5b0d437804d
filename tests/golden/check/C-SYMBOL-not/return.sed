s/ref="H LI 5" rating="amber"/ref="H LI 5"/; s/ref="H LI 2" rating="amber"/ref="H LI 2"/
