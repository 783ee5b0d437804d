/* The figures of an indicator over time: what is known of each of its measures, from plan, return and earlier
 * documents. */
#pragma once
#include "facts/history.h"

/* Gives report (an indicator carried over from planned) its measures with value, target, profile, outturn, comparator
 * and points. said is what the return says of it, or NULL. */
void series_fill(const Inputs *inputs, const History *history, const Indicator *planned, const IndicatorProgress *said,
                 bool again, Indicator *report);
