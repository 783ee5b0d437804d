s/ref="H LI 5" rating="amber"/ref="H LI 5"/
