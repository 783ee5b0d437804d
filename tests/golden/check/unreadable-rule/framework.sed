/ref="standard"/s/method="tolerance"/method="tolerence"/
/ref="points"/s/tolerance="2"/tolerance="two"/
