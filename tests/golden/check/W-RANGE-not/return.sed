s/(The new Housing Bill is before Parliament.)/\1 It was open to comment from 1 September 2009 to 31 October 2009./
