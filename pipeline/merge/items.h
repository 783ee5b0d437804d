/* The items of the report: objectives with milestones, indicators, risks with treatments, equality actions. */
#pragma once
#include "merge/history.h"

/* Carries all items of the plan over into report and joins what return and earlier documents say of them. */
void items_fill(const Inputs *inputs, const History *history, Report *report);

/* Whether the return of the report's period should speak of the milestone: it stands under that plan year. */
bool items_milestone_is_due(const Milestone *milestone, const Report *report);
