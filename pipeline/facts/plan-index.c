/* Indexing a plan. */
#include "facts/plan-index.h"
#include "base/closest.h"
#include "facts/namesakes.h"
#include "facts/table.h"
#include <string.h>

/* The name of a part, which only its owner makes unique. */
static char *part_key(const void *owner, const char *ref)
{
  return g_strdup_printf("%p %s", owner, ref);
}

static void put_part(PlanIndex *index, const void *owner, const char *ref, const Record *part)
{
  char *key = ref ? part_key(owner, ref) : NULL;
  if (key && !g_hash_table_contains(index->parts, key))
    g_hash_table_insert(index->parts, key, (gpointer)part);
  else
    g_free(key);
}

static const Record *find_part(const PlanIndex *index, const void *owner, const char *ref)
{
  g_autofree char *key = ref ? part_key(owner, ref) : NULL;
  return key ? g_hash_table_lookup(index->parts, key) : NULL;
}

static void put_steps(PlanIndex *index, const Milestone *milestone)
{
  for (guint i = 0; i < milestone->steps->len; i++) {
    const Step *step = g_ptr_array_index(milestone->steps, i);
    put_part(index, milestone, step->ref, &step->record);
  }
}

static void put_measures(PlanIndex *index, const Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    put_part(index, indicator, measure->ref, &measure->record);
  }
}

PlanIndex *plan_index_new(Arena *arena, const Plan *plan)
{
  PlanIndex *index = arena_alloc(arena, sizeof *index);
  *index = (PlanIndex){ .objectives = table_new(arena),
                        .milestones = table_new(arena),
                        .indicators = table_new(arena),
                        .risks = table_new(arena),
                        .treatments = table_new(arena),
                        .equality = table_new(arena),
                        .parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .closest = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)closest_free),
                        .namesakes = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)namesakes_free) };
  arena_own(arena, index->parts, (GDestroyNotify)g_hash_table_unref);
  arena_own(arena, index->closest, (GDestroyNotify)g_hash_table_unref);
  arena_own(arena, index->namesakes, (GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < plan->objectives->len; i++) {
    Objective *objective = g_ptr_array_index(plan->objectives, i);
    table_put(index->objectives, objective->ref, objective);
    for (guint j = 0; j < objective->milestones->len; j++) {
      Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      table_put(index->milestones, milestone->ref, milestone);
      put_steps(index, milestone);
    }
  }
  for (guint i = 0; i < plan->indicators->len; i++) {
    Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    table_put(index->indicators, indicator->ref, indicator);
    put_measures(index, indicator);
  }
  for (guint i = 0; i < plan->risks->len; i++) {
    Risk *risk = g_ptr_array_index(plan->risks, i);
    table_put(index->risks, risk->ref, risk);
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

const Measure *plan_index_measure(const PlanIndex *index, const Indicator *indicator, const char *ref)
{
  return (const Measure *)find_part(index, indicator, ref);
}

const Step *plan_index_step(const PlanIndex *index, const Milestone *milestone, const char *ref)
{
  return (const Step *)find_part(index, milestone, ref);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static Closest *closest_of(GHashTable *table)
{
  Closest *closest = closest_new();
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, table);
  while (g_hash_table_iter_next(&iter, &name, NULL))
    g_ptr_array_add(names, name);
  g_ptr_array_sort(names, compare_names); /* the answer must not depend on hash order */
  for (guint i = 0; i < names->len; i++)
    closest_add(closest, g_ptr_array_index(names, i));
  return closest;
}

const char *plan_index_closest(const PlanIndex *index, GHashTable *table, const char *ref)
{
  Closest *closest = g_hash_table_lookup(index->closest, table);
  if (!closest)
    g_hash_table_insert(index->closest, table, closest = closest_of(table));
  return closest_find(closest, ref);
}

char *plan_index_namesakes(const PlanIndex *index, GHashTable *table, const char *words)
{
  Namesakes *namesakes = g_hash_table_lookup(index->namesakes, table);
  if (!namesakes)
    g_hash_table_insert(index->namesakes, table, namesakes = namesakes_new(table));
  return namesakes_of(namesakes, words);
}
