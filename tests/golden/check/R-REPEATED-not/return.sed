s/<milestone ref="H1-2" step="a" rating="green"\/>/<milestone ref="H1-2" step="b" rating="green"\/>/
