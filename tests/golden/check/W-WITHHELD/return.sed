s|<value number="83.4"/>|<value state="suppressed"/>|
s|Repairs took longer in the frost.|Repairs took longer in the frost. Only three homes waited.|
