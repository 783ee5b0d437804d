/* Prose as strips: paragraphs, sub-headings, lists, and small tables where they stand inside a cell or a list. */
#pragma once
#include "render/pdf/flow/strip.h"

typedef struct {
  Fonts *fonts;
  const Style *style;
  const TypeStyle *type; /* of paragraphs */
  int level;             /* of sub-headings; 0: they are bold paragraphs (in cells) */
  int *last_level;       /* of the heading before: levels go down one at a time; NULL when level is 0 */
} ProseLook;

/* Blocks first .. end - 1 of prose below node, in the column at x of that width. */
void prose_strip(Strip *strip, const ProseLook *look, guint node, const Prose *prose, guint first, guint end,
                 double x_pt, double width_pt);
double amount_pt(OptAmount amount); /* 0 when absent */
/* The tag of a heading of that level, kept in order: one level below *last_level at most. */
Tag heading_tag(int level, int *last_level);
const TypeStyle *heading_type(const Style *style, int level);
