/* Inside of the list of diagnostics, shared by diag.c and diag-print.c only. */
#pragma once
#include "diag/diag.h"
#include <stdbool.h>

/* Messages of one file, by level. */
typedef struct {
  guint kept[LEVEL_ERROR + 1];
  guint dropped[LEVEL_ERROR + 1];
} DiagTally;

struct DiagList {
  GPtrArray *diags;    /* of Diag, owned */
  GHashTable *tallies; /* file ("" for none) to DiagTally */
  guint dropped[LEVEL_ERROR + 1];
};

/* The counts of a file, or NULL when nothing was said of it. */
const DiagTally *diag_tally(const DiagList *list, const char *file);
