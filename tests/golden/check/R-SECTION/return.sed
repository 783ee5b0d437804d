s/ref="emerging-issues"/ref="emerging-isues"/
