/* The objectives of the report, with milestones and steps. */
#pragma once
#include "facts/history.h"
#include "facts/returned.h"

/* Carries them over into the report, with progress, what has changed since the last document, and what is overdue. */
void milestones_fill(const Inputs *inputs, const Returned *returned, const History *history, Report *report);
