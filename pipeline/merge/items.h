/* The items of the report: objectives with milestones, indicators, risks with treatments, equality actions. */
#pragma once
#include "facts/history.h"

/* Carries all items of the plan over into report and joins what return and earlier documents say of them. */
void items_fill(const Inputs *inputs, const History *history, Report *report);
