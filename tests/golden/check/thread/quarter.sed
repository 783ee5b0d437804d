s|<indicator ref="H LI 1" rating|<milestone ref="H1-7" rating="amber"/><milestone ref="H1-8" rating="amber"/><milestone ref="H1-9" rating="red"/><indicator ref="H LI 1" rating|
s|</return>|<indicator ref="H LI 8" rating="red"><value number="3"/></indicator><indicator ref="H LI 9" rating="red"><value number="3"/></indicator></return>|
