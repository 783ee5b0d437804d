/<indicator ref="H LI 3"/s/rule="points"/rule="pints"/
