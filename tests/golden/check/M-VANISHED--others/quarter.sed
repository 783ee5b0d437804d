s|<indicator ref="H LI 1" rating|<milestone ref="H1-2" step="z" rating="amber"/><indicator ref="H LI 1" rating|
s|</return>|<treatment ref="R9" rating="green"/><equality-action ref="E9" rating="green"/></return>|
