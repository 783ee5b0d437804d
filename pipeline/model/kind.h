/* Kinds of values: what a figure means in time. The one table that merging, rating, projection, checks and charts ask;
 * none of them decides for itself. */
#pragma once
#include "vocabulary/vocabulary.h"

/* How a year is made of its quarters or months, and a quarter of its months. */
typedef enum {
  WHOLE_UNKNOWN,  /* nobody can tell */
  WHOLE_LAST,     /* the last part's figure */
  WHOLE_SUM,      /* the parts add up */
  WHOLE_QUOTIENT, /* of the sums of numerators and denominators; without these nobody can tell */
  WHOLE_ITSELF    /* there is one figure a year at most, whichever part it was reported in */
} WholeOf;

/* What a movement from one period to the next is read from. */
typedef enum {
  MOVE_FIGURES,    /* the figures */
  MOVE_INCREMENTS, /* what each period added; never across the start of what runs up */
  MOVE_ORDER       /* the places in a declared order */
} MoveBy;

/* Which target a part of the year is held against. */
typedef enum {
  GOAL_PART_OR_YEAR, /* the part's own; else the year's */
  GOAL_PART_OR_SURE, /* the part's own; else the year's, as far as it is met or missed for certain */
  GOAL_PART,         /* the part's own, and no other */
  GOAL_BY_UNIT,      /* the part's own; else the year's, but for units that add up: nobody knows whether they do */
  GOAL_YEAR          /* the year's */
} GoalOf;

/* What the year's end may bring, as far as the figures so far tell. */
typedef enum { PROJECT_NOTHING, PROJECT_TOTAL, PROJECT_SUM, PROJECT_MEAN } ProjectBy;

/* Over what a figure runs up: it holds all those before it since then, and cannot fall. */
typedef enum { RUNS_NOT, RUNS_IN_YEAR, RUNS_IN_PLAN } RunsUp;

typedef struct {
  WholeOf whole;
  MoveBy move;
  GoalOf goal;
  ProjectBy project;
  RunsUp runs_up;
  bool charted; /* as figures: grades have no height */
} KindRow;

/* Whether the figures of parts of a year could be counted together: numbers, sums of money, weights. */
bool unit_adds_up(int unit);
bool unit_is_money(int unit);
/* Whether its figures count from a beginning to a day: one of another day is no figure of the period. */
bool kind_adds_up(int kind);
/* The row of a Kind. Of an unstated one a part is never taken for the whole, else it is like a snapshot. */
const KindRow *kind_row(int kind);
/* The Polarity of an indicator of the Kind: as stated, else what the kind says itself: the first rank is the best, and
 * so is the first grade of a declared order. */
int kind_polarity(int kind, const char *order, int polarity);
