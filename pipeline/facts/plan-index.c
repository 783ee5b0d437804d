/* Indexing a plan. */
#include "facts/plan-index.h"
#include "base/text.h"
#include "facts/table.h"
#include <string.h>

PlanIndex *plan_index_new(Arena *arena, const Plan *plan)
{
  PlanIndex *index = arena_alloc(arena, sizeof *index);
  *index = (PlanIndex){ table_new(arena), table_new(arena), table_new(arena), table_new(arena), table_new(arena) };
  for (guint i = 0; i < plan->objectives->len; i++) {
    Objective *objective = g_ptr_array_index(plan->objectives, i);
    table_put(index->objectives, objective->ref, objective);
    for (guint j = 0; j < objective->milestones->len; j++) {
      Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      table_put(index->milestones, milestone->ref, milestone);
    }
  }
  for (guint i = 0; i < plan->indicators->len; i++) {
    Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    table_put(index->indicators, indicator->ref, indicator);
  }
  for (guint i = 0; i < plan->risks->len; i++) {
    Risk *risk = g_ptr_array_index(plan->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++) {
      Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      table_put(index->treatments, treatment->ref, treatment);
    }
  }
  for (guint i = 0; i < plan->equality_actions->len; i++) {
    EqualityAction *action = g_ptr_array_index(plan->equality_actions, i);
    table_put(index->equality, action->ref, action);
  }
  return index;
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *plan_index_closest(GHashTable *table, const char *ref)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, table);
  while (g_hash_table_iter_next(&iter, &name, NULL))
    g_ptr_array_add(names, name);
  g_ptr_array_sort(names, compare_names); /* the answer must not depend on hash order */
  g_ptr_array_add(names, NULL);
  return text_closest(ref, (const char *const *)names->pdata);
}
