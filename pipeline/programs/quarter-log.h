/* Runs of a quarter that nobody looks at. */
#pragma once
#include "programs/quarter-run.h"

/* Runs with all messages in a log of its own below OUT/.quarter/logs/, of which the last `keep` are kept; standard
 * output gets a summary of the length of a mail, which team/summary.txt of the period has, too. The exit code. */
int quarter_logged(const QuarterRun *asked, guint keep);
