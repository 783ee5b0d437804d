/* Placing: where a page may end. Pure: knows heights, no fonts and no pages. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* One line, or anything that is not cut. */
typedef struct {
  double gap_pt; /* above it; falls away at the top of a page or cell */
  double height_pt;
  bool keep; /* no page may end before it */
} Step;

/* Marks the lines of one paragraph, steps first .. first + n - 1, so that two lines at least stay and go together. */
void place_paragraph(Step *steps, guint first, guint n);

/* Height of steps first .. first + n - 1 from the top of the first (its gap fallen away). */
double place_height_pt(const Step *steps, guint first, guint n);

/* How many steps from first fit in room and may be parted from the rest; 0: none. force: on an empty page; then what
 * may not be parted is parted, and at least one step is placed. */
guint place_fit(const Step *steps, guint n, guint first, double room_pt, bool force);

/* Height of the least that can be placed from first. */
double place_least_pt(const Step *steps, guint n, guint first);

/* The cells of a row, side by side: they begin together and go on over pages each at its own pace. */
typedef struct {
  const Step *steps;
  guint n;
  guint done; /* steps on pages before */
  guint take; /* result: steps on this page */
} PlaceCell;

/* Sets take of each cell. False: nothing of the row goes here (a cell could not begin, or none could go on). */
bool place_row(PlaceCell *cells, guint n, double room_pt, bool force);
