/indicator ref/s/ rating="[a-z]*"//
/indicator ref/s/ travel="[a-z]*"//
