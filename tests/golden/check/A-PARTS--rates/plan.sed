s/<measure ref="singles" title="Single people"\/>/<measure ref="singles" title="Single people"\/><measure ref="total" title="Total"\/>/
s/title="Households in temporary homes" category="service-delivery" unit="count"/title="Households in temporary homes" category="service-delivery" unit="per-10000"/
s/<target measure="singles" period="2009-10" number="25"\/>/<target measure="singles" period="2009-10" number="25"\/><target measure="total" period="2009-10" number="55"\/>/
