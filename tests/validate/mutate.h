/* Mutants of a well-formed text: one thing changed, deterministically. */
#pragma once
#include <glib.h>

/* Calls visit for every mutant; what: "drop attribute due of milestone". attributes: names to add where they are not.
 * Every stride-th mutant only. Returns how many there are in all. */
typedef void (*MutateVisit)(const char *mutant, const char *what, void *data);
guint mutate(const char *text, const char *const *attributes, guint stride, MutateVisit visit, void *data);
