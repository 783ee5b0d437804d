/* Whether the day of an occasion has come. */
#pragma once
#include "diag/diag.h"
#include "release/occasion.h"

/* Why its reports may not be published today, by a calendar file; NULL: they may. Faults of the file go to diags.
 * Caller frees. */
char *day_fault(Arena *arena, const Occasion *occasion, Date today, const char *path, DiagList *diags);
