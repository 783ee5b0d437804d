s|^  <rating-rule ref="points".*|&\n  <rating-rule ref="points" method="tolerance" tolerance="50" tolerance-of="points"/>|
s|^  <rating-rule ref="floor".*|&\n&|
