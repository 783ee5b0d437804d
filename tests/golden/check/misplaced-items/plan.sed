s/<measure ref="families" title="Families"\/>/<measure ref="families" title="Families"><target measure="families" period="2009-10" number="30"\/><\/measure>/
/<target measure="families"/{/<measure ref/!d}
