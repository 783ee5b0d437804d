/<milestone ref="H1-1"/,/<\/milestone>/s/milestone/action/
