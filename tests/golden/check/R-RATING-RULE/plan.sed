s/rule="points"/rule="pints"/
