/* What the cells of a table in prose are to each other: heads, rows that head a group, cells that name a row or column.
 */
#pragma once
#include "record/prose.h"

/* How many of its first rows are its head: rows of headings only, with a row below them. */
guint prose_table_head(const ProseBlock *table);
/* The words of a row below the head that is one heading across the table, over a group of rows; or NULL. */
const GPtrArray *prose_row_label(const ProseBlock *table, guint row);
/* Whether the headings of the row name what is below them, and not the row. */
bool prose_row_names_columns(const ProseBlock *table, guint row);
/* The first row after row that no cell from above reaches into. */
guint prose_band_end(const ProseBlock *table, guint row);
/* Appends its tables, those in its lists too, but for tables in the cells of others; prose may be NULL. */
void prose_tables(const Prose *prose, GPtrArray *found);
bool prose_cell_is_empty(const ProseCell *cell);
/* Its words as those of one paragraph, its blocks on lines of their own; a list of its own, which the caller frees. */
GPtrArray *prose_cell_runs(Arena *arena, const ProseCell *cell);
