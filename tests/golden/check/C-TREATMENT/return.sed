s/<treatment ref="R1a" rating="green">/<treatment ref="R11" rating="green">/
