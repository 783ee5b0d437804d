/name="amber"/d
s/(ref="standard" method="tolerance")/\1 green-within="yes"/
s/(ref="points" method="tolerance")/\1 green-within="yes"/
s/method="floor" floor="80"/method="target"/
