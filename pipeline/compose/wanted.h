/* The wanted item of a preview: an objective, an indicator, a section ... by its ref. */
#pragma once
#include "compose/language/scope.h"

/* The first record of that ref in the reports, or NULL. */
const Record *wanted_find(const GPtrArray *reports, const char *ref);
/* Takes out of the record's report what stands beside it, so that whatever loops reach it reach it alone. */
void wanted_alone(const Record *wanted);
/* Appends the refs that could be wanted, borrowed. */
void wanted_add_refs(const GPtrArray *reports, GPtrArray *refs);
