/* Formulas of financial statements: which cells are differences or sums of others. A cell becomes a formula only where
 * the printed figure equals its result exactly, so a workbook never disagrees with its report. */
#pragma once
#include "render/flat/flat.h"

/* "row:column" (of the flat table) -> formula; caller unrefs. first_row: sheet row of the first row of the table's
 * body. */
GHashTable *formulas_of(const FlatTable *flat, guint first_row);
/* The formula of a cell or NULL; borrowed. */
const char *formulas_at(GHashTable *formulas, guint row, guint column);
