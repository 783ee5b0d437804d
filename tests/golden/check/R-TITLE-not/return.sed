s/<milestone ref="H1-2" rating/<milestone ref="H1-2" title="agree the lettings" rating/
s/<indicator ref="H LI 2" /<indicator ref="H LI 2" title="Share of rent collected." /
s/<equality-action ref="E1" /<equality-action ref="E1" title="Translate the leaflet." /
