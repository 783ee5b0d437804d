/ref="H LI 5"/,/<\/indicator>/s|<value number="84.9"/>|<value state="suppressed"/>|
