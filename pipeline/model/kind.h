/* Kinds of values: what a figure means in time. The one table that merging, rating, projection, checks and charts ask;
 * none of them decides for itself. */
#pragma once
#include "vocabulary/vocabulary.h"

/* How the year is made of its quarters or months. */
typedef enum {
  YEAR_LAST,     /* the last one's figure is the year's */
  YEAR_QUOTIENT, /* of the sums of numerators and denominators; without these nobody knows it */
  YEAR_ITSELF    /* there is one figure a year at most */
} YearOf;

/* What the year's end may bring, as far as the figures so far tell. */
typedef enum { PROJECT_NOTHING, PROJECT_TOTAL, PROJECT_MEAN } ProjectBy;

typedef struct {
  YearOf year;
  ProjectBy project;
  bool runs_up; /* a figure holds all those before it in its year: it cannot fall, and begins anew with the year */
} KindRow;

/* The row of a Kind; an unstated one is taken as a snapshot. */
const KindRow *kind_row(int kind);
