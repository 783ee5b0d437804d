/* The items of a plan, looked up by reference. */
#pragma once
#include "model/plan.h"

typedef struct {
  GHashTable *objectives, *milestones, *indicators, *risks, *treatments, *equality; /* ref to the plan's record */
  GHashTable *parts;     /* milestone and step, indicator and measure, to the plan's record */
  GHashTable *closest;   /* such a table to its Closest, when one was asked for */
  GHashTable *namesakes; /* likewise, to its Namesakes */
} PlanIndex;

/* Of several items with one ref the first counts. Lives as long as the arena. */
PlanIndex *plan_index_new(Arena *arena, const Plan *plan);
/* The measure, or step, of that ref in an indicator or milestone of the plan, or NULL. ref may be NULL. */
const Measure *plan_index_measure(const PlanIndex *index, const Indicator *indicator, const char *ref);
const Step *plan_index_step(const PlanIndex *index, const Milestone *milestone, const char *ref);
/* The ref in a table (one of the index, or another that lives as long) that is closest to ref ("did you mean"), or
 * NULL. */
const char *plan_index_closest(const PlanIndex *index, GHashTable *table, const char *ref);
/* The items of a table whose words begin so (namesakes.h), or NULL. Caller frees. */
char *plan_index_namesakes(const PlanIndex *index, GHashTable *table, const char *words);
