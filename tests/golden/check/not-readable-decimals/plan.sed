s/(<indicator ref="H LI 2" .* unit="percent")/\1 decimals="one"/
s/<measure ref="families"/& decimals="1,"/
s/(<indicator ref="H LI 5" .*) unit="percent"/\1 unit="PJ"/
