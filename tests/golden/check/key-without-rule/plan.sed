s/ rule="[a-z]*"//
