s/kind="revenue" title="Housing"/kind="revenue" title="Housing at 31 December 2009"/
