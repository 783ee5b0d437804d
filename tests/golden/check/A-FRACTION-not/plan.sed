# So few that a target below one is what it says.
/ref="H LI 5"/,/<\/indicator>/s/number="84.1"/number="0.9"/
/ref="H LI 5"/,/<\/indicator>/s/number="85"/number="0.85"/
