/* The table of a run, for people. */
#pragma once
#include "quarter/outcome.h"

/* The exit code that says how it went. */
int quarter_code(const GPtrArray *outcomes);
/* Prints a line for each report to standard output. */
void quarter_table(const Period *period, const GPtrArray *outcomes);
