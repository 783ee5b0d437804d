/* Percentages written as parts of one: a target of 0.90 beside values of 85. */
#pragma once
#include "model/indicator.h"

/* Whether the target of a measure in percent is a part of one: figures of that measure are some hundred times as much,
 * and none that was measured is so small. */
bool is_fraction(const Indicator *indicator, const Measure *measure, const Reading *target);
/* A figure of the measure that shows it; NULL: there is none. */
const Reading *fraction_witness(const Measure *measure, const Reading *target);
