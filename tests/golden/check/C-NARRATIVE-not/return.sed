s/<section ref="emerging-issues"/<section ref="issues"/
