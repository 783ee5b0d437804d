s/<commentary>Repairs took longer in the frost\.<\/commentary>/<commentary>The figure covers tenants who were asked up to the end of February 2010.<\/commentary>/
s/<value number="83\.4"\/>/<value number="83.4" as-at="2010-02-28"\/>/
