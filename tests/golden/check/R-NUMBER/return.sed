s/number="3\.0"/number="4.0"/
