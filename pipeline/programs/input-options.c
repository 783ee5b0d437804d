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
  if (paths->period && (!period_parse(paths->period, &period) || !period_is_own(period, period.begins)))
    return "--period must look like 2009-10, 2009-10-Q4 or 2009-10-M12";
  return NULL;
}

void input_options_read(const InputPaths *paths, Targets *targets)
{
  targets_read(targets, paths->framework);
  targets_read(targets, paths->plan);
  targets_read(targets, paths->current);
  targets_read(targets, paths->accepted);
  targets_read_all(targets, paths->previous);
  targets_read_all(targets, paths->also);
}
