/* A run in the length of a mail. */
#pragma once
#include "model/run.h"

/* What was made and what not, what was received and what not, and where to read more; plain text. Caller frees. */
char *summary_text(const RunOfPeriod *run);
