/* What other documents say of our indicators: looked up by code, in the plans and years in which the codes mean the
 * same. Another plan of our own service goes by former codes: what was LI 9 in it and is LI 12 now is one thing. */
#pragma once
#include "facts/inputs.h"

typedef struct {
  Arena *arena;
  GHashTable
      *indicators; /* code to GPtrArray of Record: Indicator of a plan or report, IndicatorProgress of a return */
  GHashTable *earlier, *later; /* likewise: of the service's own plans before and after ours; later ones by our codes */
  GHashTable *own;             /* these plans, of Record */
  GHashTable *former;          /* codes that items of our plan had before */
} Also;

/* Indexes the documents that cover the year of the report; lives as long as the arena. */
Also *also_new(const Inputs *inputs);
/* The records that speak of an indicator of our plan, by its ref or another code of it; or NULL. In the arena. */
const GPtrArray *also_find(const Also *also, const Indicator *planned);

/* The period of the document that holds such a record; not given for a plan. */
Period also_period(const Record *indicator);
/* Values with outturns, and targets, that such a record holds: of const Reading; caller unrefs. */
GPtrArray *also_values(const Record *indicator);
GPtrArray *also_targets(const Record *indicator);
/* Whether such a record stands in an earlier or later plan of our service, which need not have the same targets. */
bool also_is_own(const Also *also, const Record *indicator);
