s/rule="points"/rule="standard"/
