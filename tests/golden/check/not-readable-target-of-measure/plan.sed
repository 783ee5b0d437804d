/measure="families" period="2009-10"/s/number="30"/number="3O"/
