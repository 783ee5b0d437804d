/H LI 5"/,/<\/indicator>/s,<target period="2009-10" number="([0-9.]*)"/>,<target period="2009-10">\1</target>,
