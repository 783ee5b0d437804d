s/(The new Housing Bill is before Parliament.)/\1 It was open to comment from 1 October 2009 to 30 September 2009./
