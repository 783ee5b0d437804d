s/<milestone ref="H1-2" rating="green">/<milestone ref="H1-2" rating="red">/
