s|<value number="83.4"/>|<value number="83.4" state="suppressed"/>|
s|Repairs took longer in the frost.|In the frost 83.4% of the repairs were made in time.|
