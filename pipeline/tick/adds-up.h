/* Sums across and down of a table that nobody declared: suggested, never asserted. */
#pragma once
#include "document/document.h"
#include "model/tick.h"

/* Appends a TickSuggestion for each row that is the sum of the rows above it, and each column that is the sum of the
 * others in every row: of three figures that are not nought at the least. Rows of totals and subtotals are declared,
 * and no parts. */
void adds_up_suggest(Arena *arena, const Document *document, TickList *list);
