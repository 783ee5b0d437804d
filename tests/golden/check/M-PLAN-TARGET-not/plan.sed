3i\
  <log version="2" status="final" date="2009-05-01">The target for empty homes was lowered from 130 to 125.</log>
