/* The items of a plan, looked up by reference. */
#pragma once
#include "model/plan.h"

typedef struct {
  GHashTable *objectives, *milestones, *indicators, *treatments, *equality; /* ref to the plan's record */
} PlanIndex;

/* Of several items with one ref the first counts. Lives as long as the arena. */
PlanIndex *plan_index_new(Arena *arena, const Plan *plan);
/* The ref in table that is closest to ref ("did you mean"), or NULL. */
const char *plan_index_closest(GHashTable *table, const char *ref);
