/* What must be said of the documents of a run. */
#include "programs/input-options.h"

const char *input_options_fault(const InputPaths *paths)
{
  Period period;
  if (!paths->framework)
    return "--framework is missing";
  if (!paths->plan)
    return "--plan is missing";
  if (!paths->current && !paths->period)
    return "give --return, or --period when there is no return";
  if (paths->period && !period_parse(paths->period, &period))
    return "--period must look like 2009-10, 2009-10-Q4 or 2009-10-M12";
  return NULL;
}
