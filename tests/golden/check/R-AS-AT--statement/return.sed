s/kind="revenue" title="Housing"/kind="revenue" title="Housing" as-at="2009-12-31"/
