/* Tables, seen from inside: what finding them and reading their rows share. */
#pragma once
#include "pdf/layout.h"

extern const float gap_least; /* that may part columns, in parts of the size of the letters */

/* Nothing but a figure, but for a year. */
bool text_is_figure(const char *text);
/* Appends the gaps of a line, of Gap: that behind a label of the line is none. */
void line_add_gaps(const Page *page, const Line *line, GArray *gaps);
/* Whether words of the line stand in one of the gaps and on both of its sides. */
bool line_crosses(const Line *line, const GArray *gaps);
/* The middle of a gutter; the column in which a place lies. */
float gutter_middle(const GArray *gutters, guint index);
guint gutters_column(const GArray *gutters, float at);
