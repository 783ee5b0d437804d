s/What the service does\./What the service does until 31 September 2010./
