/* Year-end projection of cumulative values and averages, with its method in words. Pure. */
#pragma once
#include "model/reading.h"

typedef struct {
  int kind;                /* Kind */
  Period period;           /* a quarter or a month */
  OptAmount value;         /* of the period: so far this year */
  OptAmount profile;       /* planned up to this period */
  OptAmount target;        /* of the year */
  int decimals;            /* with which the method names figures; -1: as written */
  const GPtrArray *points; /* of Reading: known values; for averages and sums those of this year count */
} ProjectionCase;

/* False when there is nothing to project: not such a kind, no value, the year is over. Caller frees *ret_method. */
bool projection_compute(const ProjectionCase *projection_case, OptAmount *ret_projection, char **ret_method);
