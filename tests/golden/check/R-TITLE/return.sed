s/<milestone ref="H1-1" /<milestone ref="H1-1" title="Agree the lettings policy" /
s/<milestone ref="H1-2" step="a" /<milestone ref="H1-2" step="a" step-title="Print the leaflet" /
s/<indicator ref="H LI 2" /<indicator ref="H LI 2" title="Share of rents" /
