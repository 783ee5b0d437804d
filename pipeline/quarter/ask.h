/* What is asked of who answers for a report, in his or her words. */
#pragma once
#include "model/run.h"
#include "quarter/outcome.h"

/* "the return has not been received (3 days late)": without a full stop, and without paths of the machine. NULL:
 * nothing is asked. report has all but this. */
char *ask_of(Arena *arena, const Task *task, const RunReport *report);
