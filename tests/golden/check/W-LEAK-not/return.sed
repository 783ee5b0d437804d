s|<value number="83.4"/>|<value number="83.4" state="suppressed"/>|
s|Repairs took longer in the frost.|In the frost the target of 85% was not met.|
