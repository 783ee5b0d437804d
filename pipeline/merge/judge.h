/* Judging an indicator of the report: rating, direction of travel and projection, stated and computed side by side. */
#pragma once
#include "facts/inputs.h"

/* Fills ratings, travel and projection of a report indicator whose measures have their figures. said: what the return
 * says. */
void judge_indicator(const Inputs *inputs, const IndicatorProgress *said, Indicator *report);
