/H LI 5"/s/rule="floor"/rule="f loor!"/
