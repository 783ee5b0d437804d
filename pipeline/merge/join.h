/* Joining framework, plan, return and earlier documents into the report model. */
#pragma once
#include "facts/history.h"

/* Every milestone, indicator, risk treatment and equality action of the plan is in it, whether the return speaks of it
 * or not; without findings. */
Report *join_report(const Inputs *inputs, const History *history);
