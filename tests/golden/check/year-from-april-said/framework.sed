s/to="2010-11"/to="2010-11" year-begins="04"/
