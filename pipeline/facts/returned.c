/* Indexing a return. */
#include "facts/returned.h"
#include "facts/table.h"

static void put(Returned *returned, GHashTable *table, const char *ref, gpointer item)
{
  gpointer first = ref ? g_hash_table_lookup(table, ref) : NULL;
  if (first)
    g_hash_table_add(returned->twice, first);
  table_put(table, ref, item);
}

static void put_milestone(Arena *arena, Returned *returned, MilestoneProgress *item)
{
  if (record_is_unread(&item->record, "step")) {
    returned->nameless.steps = true;
    table_put(returned->partly, item->milestone, item);
  } else if (item->step && item->milestone)
    put(returned, returned->steps, arena_printf(arena, "%s\n%s", item->milestone, item->step), item);
  else
    put(returned, returned->milestones, item->milestone, item);
  if (!item->milestone || record_is_unread(&item->record, "step"))
    returned->nameless.revised |= date_given(item->revised) || record_is_unread(&item->record, "revised");
  if (!item->milestone)
    *(item->step ? &returned->nameless.steps : &returned->nameless.milestones) = true;
}

/* An item of any kind may be closed by what does not say, readably, which. */
static void note_closed(Returned *returned, bool nameless)
{
  returned->nameless.milestones |= nameless;
  returned->nameless.indicators |= nameless;
  returned->nameless.treatments |= nameless;
  returned->nameless.equality |= nameless;
}

/* Entries that cannot be read at all. */
static void note_lost(Returned *returned, const Record *current)
{
  returned->nameless.milestones = returned->nameless.steps = record_is_unread(current, "milestone");
  returned->nameless.indicators = record_is_unread(current, "indicator");
  returned->nameless.treatments = record_is_unread(current, "treatment");
  returned->nameless.equality = record_is_unread(current, "equality-action");
  note_closed(returned, record_is_unread(current, "closed"));
}

static void put_all(Arena *arena, Returned *returned, const Return *current)
{
  note_lost(returned, &current->record);
  for (guint i = 0; i < current->milestones->len; i++)
    put_milestone(arena, returned, g_ptr_array_index(current->milestones, i));
  for (guint i = 0; i < current->indicators->len; i++) {
    IndicatorProgress *item = g_ptr_array_index(current->indicators, i);
    put(returned, returned->indicators, item->indicator, item);
    returned->nameless.indicators |= !item->indicator;
  }
  for (guint i = 0; i < current->treatments->len; i++) {
    TreatmentProgress *item = g_ptr_array_index(current->treatments, i);
    put(returned, returned->treatments, item->treatment, item);
    returned->nameless.treatments |= !item->treatment;
  }
  for (guint i = 0; i < current->equality_actions->len; i++) {
    EqualityProgress *item = g_ptr_array_index(current->equality_actions, i);
    put(returned, returned->equality, item->action, item);
    returned->nameless.equality |= !item->action;
  }
  for (guint i = 0; i < current->closed->len; i++) {
    const Closure *item = g_ptr_array_index(current->closed, i);
    table_put(returned->closed, item->ref, item);
    note_closed(returned, !item->ref);
  }
}

Returned *returned_new(Arena *arena, const Return *current)
{
  Returned *returned = arena_alloc(arena, sizeof *returned);
  *returned = (Returned){ .milestones = table_new(arena),
                          .steps = table_new(arena),
                          .indicators = table_new(arena),
                          .treatments = table_new(arena),
                          .equality = table_new(arena),
                          .closed = table_new(arena),
                          .partly = table_new(arena),
                          .twice = g_hash_table_new(NULL, NULL) };
  arena_own(arena, returned->twice, (GDestroyNotify)g_hash_table_unref);
  if (current)
    put_all(arena, returned, current);
  return returned;
}

const MilestoneProgress *returned_step(const Returned *returned, const char *milestone, const char *step)
{
  if (!milestone || !step)
    return NULL;
  g_autofree char *key = g_strdup_printf("%s\n%s", milestone, step);
  return g_hash_table_lookup(returned->steps, key);
}
