/* Runs of a quarter whenever something changed in the council's folder. */
#pragma once
#include "programs/quarter-run.h"

/* Looks every so many seconds, by names, sizes and times: that sees what other machines save on a share, too. A file
 * that is still being saved is waited for. Does not return until it is asked to stop, or cannot go on (EXIT_WORLD). */
int quarter_watch(const QuarterRun *asked, int every_seconds);
