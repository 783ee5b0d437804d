/* Direction of travel: better, same or worse than the comparator - never "the number went up". Pure. */
#pragma once
#include "model/framework.h"

typedef struct {
  int polarity;
  OptAmount value, comparator;
  const char *value_text, *comparator_text; /* "Yes", where there is no number; or NULL */
  const char *target_text;
  const char *order; /* of grades, the best first; NULL: only the target's word is better than others */
  OptAmount target, band_low, band_high; /* polarity plan: nearer to it is better */
  OptAmount least_change;                /* percent of the comparator; smaller changes are the same */
} TravelCase;

/* A Travel; not comparable when one of the two is missing or there is no better and worse. */
int travel_compute(const TravelCase *travel_case);
