s/<indicator ref="H LI 4" rating="red" reason="Half of the records lack a date\.">/<indicator ref="H LI 4" rating="not-applicable">/
