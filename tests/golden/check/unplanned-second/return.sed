s/<indicator ref="H LI 5"/<indicator ref="H LI 1"/
s/<treatment ref="R1a" rating="green">/<treatment ref="R1a" rating="red"\/><treatment ref="R1a" rating="green">/
