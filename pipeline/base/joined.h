/* Codes that were written as one: "27 & 30" in a list that wants "27, 30", and "AOF 36" where the code is 36. */
#pragma once
#include <glib.h>

/* The codes of `known` (its keys) that code is made of, as a list "27, 30"; NULL if not all of it are such. Caller
 * frees. */
char *joined_codes(const char *code, GHashTable *known);
