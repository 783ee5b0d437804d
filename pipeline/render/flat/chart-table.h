/* The figures of all charts as one table: chart, series, period, value; and the limits where some are drawn. */
#pragma once
#include "document/document.h"

/* A row for each category of each series, then of each target line, in order. gaps: a missing value says why in words
 * beside it, so that its cell may stay blank. NULL when there is nothing to show. Lives in the arena. */
Table *chart_table_new(Arena *arena, const Document *document, const GPtrArray *charts, bool gaps);
/* Columns of that table in the document's terms. */
enum { CHART_TABLE_CHART, CHART_TABLE_SERIES, CHART_TABLE_CATEGORY, CHART_TABLE_VALUE, CHART_TABLE_COLUMNS };
/* Rows that a chart takes in it. */
guint chart_table_rows(const Chart *chart);
