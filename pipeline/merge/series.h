/* The figures of an indicator over time: what is known of each of its measures, from plan, return and earlier
 * documents. */
#pragma once
#include "merge/history.h"

/* Gives report (an indicator carried over from planned) its measures with value, target, profile, outturn, comparator
 * and points. said is what the return says of it, or NULL. */
void series_fill(const Inputs *inputs, const History *history, const Indicator *planned, const IndicatorProgress *said,
                 Indicator *report);

/* True when the reading is of that measure of the indicator: by ref, or because there is only one. */
bool series_is_of(const Reading *reading, const Measure *measure, const Indicator *indicator);
/* The reading of a period in a list of Reading, or NULL; the last of several. */
Reading *series_at(const GPtrArray *readings, Period period);
/* Whether a return of that period should hold the indicator, by its frequency. */
bool series_is_due(const Indicator *indicator, Period period);
/* The last quarter or month of a year, or the year itself: its figures are the outturn. */
bool series_ends_year(Period period);
