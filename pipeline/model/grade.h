/* Grades: words in a declared order, the best first: "Outstanding; Good; Requires improvement". */
#pragma once
#include <glib.h>

/* The place of the word in the order, 0 the best, whatever its case; -1: it is none of them. NULL for either: -1. */
int grade_place(const char *order, const char *word);
/* The grades, in their order; NULL: none are declared. Caller frees with g_strfreev. */
char **grade_list(const char *order);
