/* Small sums on exact amounts that the rules and checks are made of. */
#pragma once
#include "base/amount.h"
#include "record/record.h"
#include "vocabulary/vocabulary.h"

/* As people write it: with all its decimals, or as minutes and seconds. Caller frees. */
char *figure_text(const OptAmount *amount);
Amount figure_absolute(Amount a);
Amount figure_step(guint scale); /* one unit of the last decimal: scale 1 gives 0.1 */
/* True when a and b differ by at most tolerance. */
bool figure_close(Amount a, Amount b, Amount tolerance);
/* percent % of the size of a; false when too large. */
bool figure_percent_of(Amount a, Amount percent, Amount *ret_part);
/* numerator / denominator as unit counts it (x 100 for percent, x 1,000 for per-1000 ...), to nine decimals; false when
 * it cannot be divided. */
bool figure_ratio(Amount numerator, Amount denominator, int unit, Amount *ret_ratio);
/* The change from before to now in percent of before; false when before is zero. */
bool figure_change(Amount before, Amount now, Amount *ret_percent);

/* One is the other, rounded to fewer decimals. */
bool figure_same(Amount a, Amount b);
guint figure_digits(Amount amount); /* of the number as written without its point; 0 has none */
/* One slip of the fingers apart: a digit changed, two neighbours swapped, a digit lost or doubled, the point moved, one
 * too much or too little. */
bool figure_is_slip(Amount figure, Amount value);
