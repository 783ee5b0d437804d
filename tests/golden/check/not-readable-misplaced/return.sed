/H LI 1"/,/<\/indicator>/s,<value number="([0-9.]*)"/>,<value>\1</value>,
/H LI 2"/,/<\/indicator>/s,<value number=,<value amount=,
/H LI 3"/,/<\/indicator>/{s,<commentary>,<remarks>,;s,</commentary>,</remarks>,}
