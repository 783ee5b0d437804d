/* A table's grid: where its columns stand, how wide, how aligned, in which type. */
#pragma once
#include "render/pdf/flow/strip.h"

typedef struct {
  const Table *table;
  guint n;      /* columns */
  double *x_pt; /* n + 1: left edges within the table, and its width */
  Align *align;
  bool names_rows;   /* a column is the header of its rows */
  double padding_pt; /* left and right of a cell's text */
  double pad_y_pt;   /* above and below */
  TypeStyle body, bold, head;
} Grid;

Grid *grid_new(const Draw *draw, const Table *table, double width_pt);
void grid_free(Grid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Grid, grid_free)

/* Width of the text in a cell over columns first .. first + n - 1. */
double grid_text_pt(const Grid *grid, guint first, guint n);

/* Widths of columns that together fill width_pt: by their shares, but none narrower than min_pt where that is possible.
 * Pure. */
void grid_share(const double *share, const double *min_pt, guint n, double width_pt, double *ret_width_pt);
