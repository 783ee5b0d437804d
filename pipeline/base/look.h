/* How a file looks from outside: what tells that it may be another one than it was, whatever its clock says. */
#pragma once
#include <stdbool.h>
#include <sys/stat.h>

/* Size, times, and which file it is, as one line of words; "-" when there is none. Caller frees. */
char *look_of_file(const char *path);
char *look_of_stat(const struct stat *now);
/* The beginning of it: size and time of the last change, which a copy on another machine has, too. Caller frees. */
char *look_of_copy(const struct stat *now);
/* Whether something looks as was noted, all of it or its beginning. */
bool look_is(const char *look, const char *noted);
