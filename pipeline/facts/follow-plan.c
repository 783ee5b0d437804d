/* What the plan goes on with. */
#include "facts/follow.h"
#include "facts/table.h"

/* Every item of the plan that can be reported on. */
void follow_each_item(Follow *follow, ItemVisit visit)
{
  const Plan *plan = follow->inputs->plan;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      visit(follow, &milestone->record);
      for (guint k = 0; k < milestone->steps->len; k++)
        visit(follow, g_ptr_array_index(milestone->steps, k));
    }
  }
  for (guint i = 0; i < plan->indicators->len; i++)
    visit(follow, g_ptr_array_index(plan->indicators, i));
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    for (guint j = 0; j < risk->treatments->len; j++)
      visit(follow, g_ptr_array_index(risk->treatments, j));
  }
  for (guint i = 0; i < plan->equality_actions->len; i++)
    visit(follow, g_ptr_array_index(plan->equality_actions, i));
}

static void note_former(Follow *follow, const Record *item)
{
  int kind = thread_kind(item);
  const GPtrArray *codes = follow_previously(item);
  for (guint i = 0; kind != ENTRY_STEP && i < codes->len; i++)
    table_put(follow->former[kind], g_ptr_array_index(codes, i), item);
}

GHashTable *follow_table(const PlanIndex *index, int kind)
{
  switch (kind) {
  case ENTRY_MILESTONE:
    return index->milestones;
  case ENTRY_INDICATOR:
    return index->indicators;
  case ENTRY_TREATMENT:
    return index->treatments;
  default:
    return index->equality;
  }
}

/* A step is known within its milestone. */
const Record *follow_find_step(const Milestone *milestone, const char *ref)
{
  for (guint i = 0; milestone && i < milestone->steps->len; i++) {
    const Step *step = g_ptr_array_index(milestone->steps, i);
    if (g_strcmp0(step->ref, ref) == 0)
      return &step->record;
  }
  for (guint i = 0; milestone && i < milestone->steps->len; i++) {
    const Step *step = g_ptr_array_index(milestone->steps, i);
    for (guint k = 0; k < step->previously->len; k++)
      if (g_strcmp0(g_ptr_array_index(step->previously, k), ref) == 0)
        return &step->record;
  }
  return NULL;
}

/* The item of the plan that goes on with a code: codes are given out anew with a new plan, and then an item goes by its
 * earlier code first. */
const Record *follow_item_now(const Follow *follow, const Past *past, int kind, const char *ref)
{
  const Record *own = g_hash_table_lookup(follow_table(follow->index, kind), ref);
  const Record *former = g_hash_table_lookup(follow->former[kind], ref);
  return past->before_plan ? (former ? former : own) : (own ? own : former);
}

static bool is_unread(const Plan *plan, int kind)
{
  static const char *const lists[] = { [ENTRY_INDICATOR] = "indicator", [ENTRY_EQUALITY] = "equality-action" };
  bool nameless = false;
  if (!plan->record.unread_within)
    return false;
  for (guint i = 0; i < plan->objectives->len; i++)
    nameless |= ((const Record *)g_ptr_array_index(plan->objectives, i))->unread_within && kind <= ENTRY_STEP;
  for (guint i = 0; i < plan->indicators->len; i++)
    nameless |= record_is_unread(g_ptr_array_index(plan->indicators, i), "ref") && kind == ENTRY_INDICATOR;
  for (guint i = 0; i < plan->risks->len; i++)
    nameless |= ((const Record *)g_ptr_array_index(plan->risks, i))->unread_within && kind == ENTRY_TREATMENT;
  for (guint i = 0; i < plan->equality_actions->len; i++)
    nameless |= record_is_unread(g_ptr_array_index(plan->equality_actions, i), "ref") && kind == ENTRY_EQUALITY;
  const char *list = kind <= ENTRY_STEP ? "objective" : kind == ENTRY_TREATMENT ? "risk" : lists[kind];
  return nameless || record_is_unread(&plan->record, list);
}

void follow_read_plan(Follow *follow)
{
  for (guint i = 0; i < FOLLOW_KINDS; i++) {
    follow->former[follow_kinds[i]] = table_new(follow->inputs->arena);
    follow->threads->unread[follow_kinds[i]] = is_unread(follow->inputs->plan, follow_kinds[i]);
  }
  follow_each_item(follow, note_former);
}
