/* Rules of figures that plans and returns share. */
#pragma once
#include "diag/diag.h"
#include "model/indicator.h"

/* A list of readings of one indicator: each says something, none says it twice, each is of a known measure.
 * measures: of Measure, or NULL when the plan alone knows them. */
void check_readings(const GPtrArray *readings, const GPtrArray *measures, DiagList *diags);

/* The same for quartiles: each of a known measure, none twice. */
void check_quartiles(const GPtrArray *quartiles, const GPtrArray *measures, DiagList *diags);
