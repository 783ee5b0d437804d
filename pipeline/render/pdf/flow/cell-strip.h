/* A cell's content as a strip: figures, symbols with their words, dates, paragraphs and prose. */
#pragma once
#include "render/pdf/flow/strip.h"

/* The root is the cell's element. Numbers stand at the end where align says nothing. */
Strip *cell_strip(const Draw *draw, const TypeStyle *type, const Cell *cell, Align align, double indent_pt,
                  double width_pt);
/* Width of the widest word, and of the widest item on one line (both without indent); words of fewer than skip_bytes
 * bytes do not count. ret_max_pt NULL: not wanted (quicker). */
double cell_min_pt(const Draw *draw, const TypeStyle *type, const Cell *cell, gsize skip_bytes, double *ret_max_pt);
bool cell_is_figure(const Cell *cell); /* its first item is a value */
bool cell_is_symbol(const Cell *cell); /* its first item is a symbol with a word */
double mark_size_pt(const TypeStyle *type);
