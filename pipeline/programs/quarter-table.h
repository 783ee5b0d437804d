/* The table of a run, for people. */
#pragma once
#include "quarter/outcome.h"
#include <stdio.h>

/* Prints a line for each report (to NULL: nothing); the exit code that says how it went. */
int quarter_table(const Period *period, const GPtrArray *outcomes, FILE *to);
