/* The targets of a measure: those of years, those of the parts of this year, and the one that the value is held
 * against. */
#pragma once
#include "merge/readings.h"

/* All of them, and that of the year. */
void targets_take(const Inputs *inputs, const Readings *readings, Indicator *report, Measure *measure);
/* Once the value is known: that of the very part of the year, and that of a value of another period than the council's.
 */
void targets_settle(const Inputs *inputs, const Readings *readings, const Indicator *report, Measure *measure);
