/* Sections of plan and return in the report, each in its place. */
#pragma once
#include "facts/inputs.h"

/* Carries sections over, those of the service and what the centre says once for all. Sections with a place of their own
 * that stand in another by mistake are taken out of it; references that are a slip are marked. said: of Section, NULL:
 * there is no such document. */
GPtrArray *sections_join(Arena *arena, const GPtrArray *said, const GPtrArray *central, bool of_plan, Record *parent);
