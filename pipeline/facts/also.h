/* What the documents of others say of our indicators: looked up by code, for the years in which the codes mean the
 * same. */
#pragma once
#include "facts/inputs.h"

typedef struct {
  GHashTable
      *indicators; /* code to GPtrArray of Record: Indicator of a plan or report, IndicatorProgress of a return */
} Also;

/* Indexes the documents that cover the year of the report; lives as long as the arena. */
Also *also_new(const Inputs *inputs);
/* The records that speak of an indicator of our plan, by its ref or another code of it; or NULL. */
const GPtrArray *also_find(const Also *also, const Indicator *planned);

/* The period of the document that holds such a record; not given for a plan. */
Period also_period(const Record *indicator);
/* Values with outturns, and targets, that such a record holds: of const Reading; caller unrefs. */
GPtrArray *also_values(const Record *indicator);
GPtrArray *also_targets(const Record *indicator);
