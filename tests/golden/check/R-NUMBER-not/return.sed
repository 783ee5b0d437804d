s/number="2\.0" title="Key/title="Key/
