s|<value number="124"/>|<value number="124"/><value period="2009-10-M10" number="40"/><value period="2009-10-M11" number="41"/><value period="2009-10-M12" number="44"/>|
