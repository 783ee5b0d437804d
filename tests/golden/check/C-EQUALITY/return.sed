s/<equality-action ref="E1" rating="green">/<equality-action ref="E11" rating="green">/
