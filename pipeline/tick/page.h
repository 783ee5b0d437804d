/* The team's page: the document as it is shown, with a mark at each figure, date and reference that leads to what bears
 * it out, or says that nothing does. */
#pragma once
#include "tick/shown.h"

/* A copy of the document with the marks; shown and ticks, one for each other. In the arena. */
const Document *page_new(Arena *arena, const Document *document, const GPtrArray *shown, const GPtrArray *ticks);
