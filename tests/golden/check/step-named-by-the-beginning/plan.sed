s|<step ref="a" due="2009-09">|<step due="2009-09">|
s|Consult tenants\.|Consult tenants and their landlords in the spring.|
