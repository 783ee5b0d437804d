/* The table of a run, for people. */
#pragma once
#include "model/run.h"
#include "quarter/outcome.h"

/* The exit code that says how it went. */
int quarter_code(const GPtrArray *outcomes);
/* Prints a line for each report to standard output, in the order of the outcomes, which say how long each took. */
void quarter_table(const RunOfPeriod *run, const GPtrArray *outcomes);
