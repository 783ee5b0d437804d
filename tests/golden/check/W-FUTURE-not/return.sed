s/The advice centre had its first full quarter\./The centre was opened on 14 December 2009 and will move on 14 December 2010./
