s/actual-to-date="154" remaining="96"/actual-to-date="160" remaining="90"/
