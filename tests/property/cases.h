/* Cases of property tests: the files that they begin with, and how an outcome that is not the expected one is told. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* The text of ROOT/FOLDER/NAME.xml; the test ends when it cannot be read. Caller frees. */
char *case_file(const char *root, const char *folder, const char *name);
/* The value of an attribute in the tag that text begins with, or NULL; caller frees. */
char *case_attribute(const char *tag, const char *name);
/* Whether both are equal; prints the case when they are not. of: what else tells it. */
bool case_holds(const char *what, const char *of, const char *is, const char *expected);
/* Prints how many there were; the exit code. */
int case_end(guint n, guint faults);
