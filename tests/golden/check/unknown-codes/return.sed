s/(<section ref="emerging-issues" number="3.0" title="Emerging issues")/\1 priority="CP8"/
