/* Strays: entries of the return that belong to no item of the plan. */
#pragma once
#include "facts/thread.h"

/* Fills report->unplanned, in the order of the return: entries and steps that the plan does not have, values of
 * measures that it does not have, second entries of one item, and those whose reference cannot be read. */
void strays_fill(const Inputs *inputs, const Returned *returned, const Threads *threads, Report *report);
