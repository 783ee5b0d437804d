s|<value number="124"/>|<value state="suppressed"/><value period="2009-10-Q1" number="30"/><value period="2009-10-Q2" state="suppressed"/><value period="2009-10" number="187"/>|
s|H LI 1" rating="green" travel="better"|H LI 1" rating="green"|
