s/<milestone ref="H1-1" rating="complete">/<milestone ref="H1-1" rating="red">/
s/<corrective>All records will be checked by June\.<\/corrective>//
