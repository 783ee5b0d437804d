/* What has changed since the last report. */
#pragma once
#include "facts/thread.h"

/* Fills the report's changes and tallies from the joined items. */
void changes_fill(const Inputs *inputs, const History *history, const Returned *returned, const Threads *threads,
                  Report *report);
