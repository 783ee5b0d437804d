/* What became of each item of the last report. */
#include "facts/follow.h"
#include "facts/reworded.h"
#include "facts/table.h"
#include <string.h>

const int follow_kinds[] = { ENTRY_MILESTONE, ENTRY_STEP, ENTRY_INDICATOR, ENTRY_TREATMENT, ENTRY_EQUALITY };

int thread_kind(const Record *planned)
{
  static const struct {
    const Spec *spec;
    int kind;
  } specs[] = { { &milestone_spec, ENTRY_MILESTONE },
                { &step_spec, ENTRY_STEP },
                { &indicator_spec, ENTRY_INDICATOR },
                { &treatment_spec, ENTRY_TREATMENT },
                { &equality_action_spec, ENTRY_EQUALITY } };
  for (guint i = 0; i < G_N_ELEMENTS(specs); i++)
    if (specs[i].spec == planned->spec)
      return specs[i].kind;
  return ENTRY_NONE;
}

const GPtrArray *follow_previously(const Record *item)
{
  return *(GPtrArray *const *)record_at(item, spec_field(item->spec, "previously"));
}

const char *follow_ref(const Record *item)
{
  return *(char *const *)record_at(item, spec_field(item->spec, "ref"));
}

/* What holds the item, in a report; a return does not say it. */
const char *follow_ref_around(const Record *before)
{
  const Field *ref = before->parent ? spec_field(before->parent->spec, "ref") : NULL;
  return ref && ref->type == FIELD_CODE ? *(char *const *)record_at(before->parent, ref) : NULL;
}

bool follow_is_reported(const Follow *follow, const Thread *thread)
{
  const Returned *r = follow->returned;
  GHashTable *const tables[] = { [ENTRY_MILESTONE] = r->milestones,
                                 [ENTRY_INDICATOR] = r->indicators,
                                 [ENTRY_TREATMENT] = r->treatments,
                                 [ENTRY_EQUALITY] = r->equality };
  const char *ref = thread->now && thread->kind != ENTRY_STEP ? follow_ref(thread->now) : NULL;
  return ref && g_hash_table_contains(tables[thread->kind], ref);
}

/* ---- fates ------------------------------------------------------------------------------------------------------- */

/* All but indicators may end with their year once they are achieved. */
static bool may_end(const Follow *follow, const Thread *thread)
{
  int rating = past_rating(thread->before);
  Period year = period_year(follow->inputs->period);
  const Record *before = thread->before;
  bool over = period_compare(period_year(thread->past->period), year) < 0;
  if (before->spec == &report_milestone_spec && period_given(((const Milestone *)before)->year))
    over |= period_compare(((const Milestone *)before)->year, year) < 0;
  return thread->kind != ENTRY_INDICATOR && (over || rating == RATING_COMPLETE) &&
         (rating == RATING_GREEN || rating == RATING_COMPLETE || rating == RATING_NOT_APPLICABLE ||
          rating == RATING_NONE);
}

/* A step goes with its milestone. */
static void follow_step(const Follow *follow, Thread *thread)
{
  const Thread *around = g_hash_table_lookup(follow->threads->milestones, thread->ref);
  const Record *milestone = around ? around->now : follow_item_now(follow, thread->past, ENTRY_MILESTONE, thread->ref);
  thread->now = follow_find_step((const Milestone *)milestone, thread->part);
  if (around && !(around->now && around->fate != FATE_CLOSED)) {
    thread->fate = around->fate;
    thread->closed = around->closed;
    thread->now = NULL;
  }
}

static void follow_code(const Follow *follow, Thread *thread)
{
  const Closure *closed = follow_closure(follow, thread);
  thread->now = follow_item_now(follow, thread->past, thread->kind, thread->ref);
  if (closed && closed->now) {
    const Record *said = g_hash_table_lookup(follow_table(follow->index, thread->kind), closed->now);
    thread->now = said ? said : thread->now;
    thread->closed = said ? closed : NULL;
  }
  bool goes_on = closed && record_is_unread(&closed->record, "now"); /* under a code that nobody can read */
  if (closed && !closed->now && !follow_is_reported(follow, thread) && !(goes_on && thread->now)) {
    thread->closed = closed;
    thread->fate = goes_on ? FATE_UNCLEAR : FATE_CLOSED;
  }
}

static void settle(const Follow *follow, Thread *thread)
{
  const char *code = thread->part ? thread->part : thread->ref;
  bool unread = follow->threads->unread[thread->kind]; /* then it may be there under a code that nobody can read */
  if (thread->fate != FATE_CONTINUED)
    return;
  if (thread->now)
    thread->fate = g_strcmp0(follow_ref(thread->now), code) == 0 ? FATE_CONTINUED : FATE_RENUMBERED;
  else if (!unread && may_end(follow, thread))
    thread->fate = FATE_ENDED;
  else
    thread->fate = unread || follow_may_be_closed(follow, thread) ? FATE_UNCLEAR : FATE_DROPPED;
}

static void count_target(const Follow *follow, const Thread *thread)
{
  if (!thread->now)
    return;
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(follow->threads->targets, thread->now));
  g_hash_table_insert(follow->threads->targets, (gpointer)thread->now, GUINT_TO_POINTER(n + 1));
}

bool thread_goes_by_words(const Thread *thread)
{
  return record_goes_by_words(thread->before);
}

const char *thread_part(const Thread *thread)
{
  const Record *before = thread->before;
  const MilestoneProgress *said = before->spec == &milestone_progress_spec ? (const MilestoneProgress *)before : NULL;
  return said                           ? (said->step == said->step_title ? NULL : said->step)
         : record_goes_by_words(before) ? NULL
                                        : thread->part;
}

static void note_reworded(Follow *follow, const Record *item)
{
  if (record_goes_by_words(item) && !g_hash_table_contains(follow->threads->targets, item)) {
    follow->reworded[thread_kind(item)]++;
    g_ptr_array_add(follow->fresh_words, (gpointer)item);
  }
}

/* What goes by its words, and has others now, is not found again. */
static void settle_reworded(Follow *follow)
{
  const GPtrArray *threads = follow->threads->threads;
  for (guint i = 0; i < threads->len; i++) {
    Thread *thread = g_ptr_array_index(threads, i);
    bool by_words = thread->kind == ENTRY_STEP ? !thread_part(thread) : record_goes_by_words(thread->before);
    if (thread->fate == FATE_DROPPED && by_words && follow->reworded[thread->kind] > 0) {
      thread->fate = FATE_UNCLEAR;
      thread->reworded = true;
    }
  }
}

static void settle_all(const Follow *follow)
{
  const GPtrArray *threads = follow->threads->threads;
  for (guint i = 0; i < threads->len; i++) {
    Thread *thread = g_ptr_array_index(threads, i);
    if (thread->kind == ENTRY_STEP)
      follow_step(follow, thread);
    else
      follow_code(follow, thread);
    settle(follow, thread);
    count_target(follow, thread);
    if (thread->closed && !g_hash_table_contains(follow->threads->by_closure, thread->closed))
      g_hash_table_insert(follow->threads->by_closure, (gpointer)thread->closed, thread);
  }
  for (guint i = 0; i < threads->len; i++) {
    Thread *thread = g_ptr_array_index(threads, i);
    if (thread->fate == FATE_RENUMBERED &&
        GPOINTER_TO_UINT(g_hash_table_lookup(follow->threads->targets, thread->now)) > 1)
      thread->fate = FATE_MERGED;
  }
}

const Threads *threads_new(const Inputs *inputs, const History *history, const Returned *returned,
                           const PlanIndex *index)
{
  Threads *threads = arena_alloc(inputs->arena, sizeof *threads);
  *threads = (Threads){ .threads = arena_list(inputs->arena), .fresh = arena_list(inputs->arena) };
  threads->maybe_fresh = arena_list(inputs->arena);
  threads->by_ref = table_new(inputs->arena);
  threads->milestones = table_new(inputs->arena);
  threads->by_closure = g_hash_table_new(NULL, NULL);
  threads->targets = g_hash_table_new(NULL, NULL);
  arena_own(inputs->arena, threads->by_closure, (GDestroyNotify)g_hash_table_unref);
  arena_own(inputs->arena, threads->targets, (GDestroyNotify)g_hash_table_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) closings = g_hash_table_new(NULL, NULL);
  Follow follow = {
    .inputs = inputs, .history = history, .returned = returned, .index = index, .seen = seen, .closings = closings
  };
  follow.threads = threads;
  follow.fresh_words = arena_list(inputs->arena);
  follow_read_plan(&follow);
  follow_read_closings(&follow);
  for (guint i = 0; i < FOLLOW_KINDS; i++)
    follow_add_last(&follow, follow_kinds[i]);
  settle_all(&follow);
  follow_each_item(&follow, note_reworded);
  threads->reworded = reworded_new(inputs->arena, follow.fresh_words);
  settle_reworded(&follow);
  follow_each_item(&follow, follow_note_fresh);
  threads->closed_lost = follow.closed_lost || period_given(follow.closed_lost_in);
  return threads;
}
