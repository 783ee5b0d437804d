s/<target measure="families" period="2009-10" number="30"\/>/<target measure="families" period="2009-10" number="0"\/>/
