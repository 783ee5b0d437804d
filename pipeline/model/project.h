/* Year-end projection of cumulative values and averages, with the way in which it was made. Pure. */
#pragma once
#include "model/indicator.h"

typedef struct {
  int kind;                /* Kind */
  Period period;           /* a quarter or a month */
  OptAmount value;         /* of the period: so far this year */
  OptAmount profile;       /* planned up to this period */
  OptAmount target;        /* of the year */
  const GPtrArray *points; /* of Reading: known values; for averages and sums those of this year count */
} ProjectionCase;

/* False when there is nothing to project: not such a kind, no value, the year is over. *ret_n: of how many quarters or
 * months of the year it was made. */
bool projection_compute(const ProjectionCase *projection_case, OptAmount *ret_projection, ProjectedBy *ret_by,
                        int *ret_n);
