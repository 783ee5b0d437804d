/* The stage merge: framework, plan, return and earlier documents become the report model. */
#pragma once
#include "facts/inputs.h"

/* Every item of the plan is in the report, whether the return speaks of it or not; each is rated by the framework's
 * rules beside what was stated. In the arena of the inputs, which must live as long. */
Report *merge_report(const Inputs *inputs);
/* What stands in for the report of a service, known to the framework, that could not be made: it says so, and nothing
 * else but whether that is so because no plan of it is in force. Of the inputs arena, framework and period are asked.
 */
Report *merge_absent(const Inputs *inputs, const char *service, bool no_plan);
