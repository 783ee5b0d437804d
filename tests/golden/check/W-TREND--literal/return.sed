s/Repairs took longer in the frost\./The percentage of satisfied tenants has increased since last year./
