s/actual-to-date="154" remaining="96"/actual-to-date="154" variance="-31" remaining="96"/
