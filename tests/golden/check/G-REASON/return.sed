s/ reason="Half of the records lack a date\."//
