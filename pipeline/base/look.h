/* How a file looks from outside: what tells that it may be another one than it was, whatever its clock says. */
#pragma once
#include <sys/stat.h>

/* Size, times, and which file it is, as one line of words; "-" when there is none. Caller frees. */
char *look_of_file(const char *path);
char *look_of_stat(const struct stat *now);
