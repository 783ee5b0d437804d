/* What has changed: the threads of items as rows of the report, and how many there are of each kind. */
#include "merge/changes.h"
#include "facts/table.h"
#include "merge/change-rows.h"
#include "record/record-carry.h"

/* ---- items as the report has them -------------------------------------------------------------------------------- */

static void pair(const Changing *c, const GPtrArray *planned, const GPtrArray *joined)
{
  for (guint i = 0; i < MIN(planned->len, joined->len); i++) {
    g_hash_table_insert(c->joined, g_ptr_array_index(planned, i), g_ptr_array_index(joined, i));
    if (thread_kind(g_ptr_array_index(planned, i)) != ENTRY_NONE)
      g_ptr_array_add(c->items, g_ptr_array_index(planned, i));
  }
}

/* The report's lists are the plan's, item by item. */
static void pair_all(const Changing *c)
{
  const Plan *plan = c->inputs->plan;
  const Report *report = c->report;
  pair(c, plan->indicators, report->indicators);
  pair(c, plan->equality_actions, report->equality_actions);
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *planned = g_ptr_array_index(plan->objectives, i);
    const Objective *joined = g_ptr_array_index(report->objectives, i);
    pair(c, planned->milestones, joined->milestones);
    for (guint k = 0; k < planned->milestones->len; k++)
      pair(c, ((const Milestone *)g_ptr_array_index(planned->milestones, k))->steps,
           ((const Milestone *)g_ptr_array_index(joined->milestones, k))->steps);
  }
  for (guint i = 0; i < plan->risks->len; i++)
    pair(c, ((const Risk *)g_ptr_array_index(plan->risks, i))->treatments,
         ((const Risk *)g_ptr_array_index(report->risks, i))->treatments);
}

/* One paragraph of it; NULL: it has none. */
static GPtrArray *words_of(const Changing *c, const Record *item)
{
  const Field *text = spec_field(item->spec, "text"), *title = spec_field(item->spec, "title");
  if (text && text->type == FIELD_RUNS)
    return *(GPtrArray **)record_at(item, text);
  const Prose *prose = text && text->type == FIELD_PROSE ? *(Prose *const *)record_at(item, text) : NULL;
  g_autofree char *said = prose   ? prose_to_text(prose)
                          : title ? g_strdup(*(char *const *)record_at(item, title))
                                  : NULL;
  if (!said)
    return NULL;
  GPtrArray *runs = arena_list(c->inputs->arena);
  g_ptr_array_add(runs, run_new(c->inputs->arena, g_strdelimit(said, "\n", ' '), 0));
  return runs;
}

/* The words of the item, as the change shows them; not readable where they are not. */
static void take_words(const Changing *c, const Record *item, Change *change)
{
  change->text = words_of(c, item);
  record_carry_unread_as(item, "title", &change->record, "text");
  record_carry_unread_as(item, "text", &change->record, "text");
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static Change *add(const Changing *c, ChangeKind what, int kind)
{
  Change *change = record_new(c->inputs->arena, &change_spec, &c->report->record);
  change->what = (int)what;
  change->kind = kind;
  g_ptr_array_add(c->report->changes, change);
  return change;
}

Change *change_now(const Changing *c, ChangeKind what, const Record *planned)
{
  Change *change = add(c, what, thread_kind(planned));
  bool step = planned->spec == &step_spec;
  change->ref = step ? record_own_code(planned->parent) : record_own_code(planned);
  change->part = step ? record_own_code(planned) : NULL;
  const Record *item = g_hash_table_lookup(c->joined, planned);
  if (item)
    take_words(c, item, change);
  return change;
}

/* As it was called; NULL: it went by its words. Of a step it is that of its milestone. */
static char *ref_before(const Thread *thread)
{
  const Record *around = thread->before->spec == &report_step_spec ? thread->before->parent : thread->before;
  return record_goes_by_words(around) ? NULL : (char *)thread->ref;
}

/* About an item that is gone. */
static Change *add_gone(const Changing *c, ChangeKind what, const Thread *thread)
{
  Change *change = add(c, what, thread->kind);
  change->gone = !thread->now;
  change->ref = ref_before(thread);
  change->part = (char *)thread_part(thread);
  take_words(c, thread->now ? g_hash_table_lookup(c->joined, thread->now) : thread->before, change);
  if (!change->text && c->threads->unread[thread->kind]) /* an item of the plan that nobody can find has them */
    record_mark_unread(&change->record, spec_field(&change_spec, "text"));
  change->from = past_rating(thread->before);
  change->reason = thread->closed ? thread->closed->reason : NULL;
  if (thread->closed)
    record_carry_unread(&thread->closed->record, &change->record);
  return change;
}

static const GPtrArray *sources_of(const Changing *c, const Record *planned)
{
  return g_hash_table_lookup(c->sources, planned);
}

/* The first thread of several that lead to an item speaks for all. */
static bool is_first(const Changing *c, const Thread *thread)
{
  return g_ptr_array_index(sources_of(c, thread->now), 0) == thread;
}

/* Former codes, and the reason that was given for the first of them. */
static void add_renumbered(const Changing *c, const Thread *thread)
{
  const GPtrArray *sources = sources_of(c, thread->now);
  Change *change = change_now(c, sources->len > 1 ? CHANGE_MERGED : CHANGE_RENUMBERED, thread->now);
  for (guint i = 0; i < sources->len; i++) {
    const Thread *source = g_ptr_array_index(sources, i);
    g_ptr_array_add(change->previously, (gpointer)(source->part ? source->part : source->ref));
    if (change->reason || !source->closed)
      continue;
    change->reason = source->closed->reason;
    record_carry_unread_as(&source->closed->record, "reason", &change->record, "reason");
  }
}

/* ---- counts ------------------------------------------------------------------------------------------------------ */

static ItemTally *tally_of(const Changing *c, int kind)
{
  for (guint i = 0; i < c->report->tallies->len; i++) {
    ItemTally *tally = g_ptr_array_index(c->report->tallies, i);
    if (tally->kind == kind)
      return tally;
  }
  ItemTally *tally = record_new(c->inputs->arena, &tally_spec, &c->report->record);
  *tally = (ItemTally){ .record = tally->record, .kind = kind };
  g_ptr_array_add(c->report->tallies, tally);
  return tally;
}

static void count_thread(const Changing *c, const Thread *thread)
{
  ItemTally *tally = tally_of(c, thread->kind);
  tally->before++;
  tally->ended += thread->fate == FATE_ENDED;
  tally->closed += thread->fate == FATE_CLOSED;
  tally->dropped += thread->fate == FATE_DROPPED;
  tally->unclear += thread->fate == FATE_UNCLEAR;
  bool there = thread->now && thread->fate != FATE_CLOSED;
  tally->merged += there && !is_first(c, thread);
  tally->now += there && is_first(c, thread);
}

/* ---- all of it --------------------------------------------------------------------------------------------------- */

static void add_thread(const Changing *c, const Thread *thread)
{
  static const ChangeKind gone[] = { [FATE_ENDED] = CHANGE_ENDED,
                                     [FATE_CLOSED] = CHANGE_CLOSED,
                                     [FATE_DROPPED] = CHANGE_DROPPED,
                                     [FATE_UNCLEAR] = CHANGE_UNCLEAR };
  count_thread(c, thread);
  if (thread->fate >= FATE_ENDED) {
    add_gone(c, thread->reworded ? CHANGE_REWORDED : gone[thread->fate], thread);
    return;
  }
  if (!is_first(c, thread))
    return;
  bool all_kept = true;
  for (guint i = 0; i < sources_of(c, thread->now)->len; i++)
    all_kept &= ((const Thread *)g_ptr_array_index(sources_of(c, thread->now), i))->fate == FATE_CONTINUED;
  if (!all_kept)
    add_renumbered(c, thread);
  change_symbols(c, thread);
  change_dates(c, thread);
  change_targets(c, thread);
}

static void note_sources(const Changing *c)
{
  for (guint i = 0; i < c->threads->threads->len; i++) {
    Thread *thread = g_ptr_array_index(c->threads->threads, i);
    if (!thread->now || thread->fate == FATE_CLOSED)
      continue;
    GPtrArray *sources = g_hash_table_lookup(c->sources, thread->now);
    if (!sources)
      g_hash_table_insert(c->sources, (gpointer)thread->now, sources = arena_list(c->inputs->arena));
    g_ptr_array_add(sources, thread);
  }
}

static void mark(Record *record, const char *field)
{
  record_mark_standing_in(record, spec_field(record->spec, field));
}

static void mark_counts(ItemTally *tally)
{
  static const char *const counts[] = { "before", "new", "ended", "closed", "merged", "dropped", "unclear", "now" };
  for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
    mark(&tally->record, counts[i]);
}

static void add_fresh(const Changing *c, const Record *item, bool sure, GHashTable *told)
{
  g_hash_table_add(told, (gpointer)item);
  ItemTally *tally = tally_of(c, thread_kind(item));
  tally->fresh += sure;
  tally->now++;
  if (!sure)
    mark_counts(tally);
  change_now(c, sure ? CHANGE_NEW : CHANGE_MAYBE_NEW, item);
}

/* An earlier document cannot be placed: it may be the last. */
static bool is_document_lost(const Changing *c)
{
  return c->history->lost || history_last_strange(c->history);
}

/* It has a reference, and is closed by the return alone: no thread of the last report leads to it. */
static const Closure *closed_now(const Changing *c, const Record *item)
{
  const char *ref = *(char *const *)record_at(item, spec_field(item->spec, "ref"));
  const Closure *closed = ref && item->spec != &step_spec ? g_hash_table_lookup(c->returned->closed, ref) : NULL;
  bool before = closed && closings_find(c->returned->before, ref, NULL).is != NOT_CLOSED;
  return !closed || before || closed->now || g_hash_table_contains(c->threads->by_closure, closed) ? NULL : closed;
}

/* What the last report need not speak of, and did not, and the return speaks of, or closes. */
static void add_reported(const Changing *c, GHashTable *told)
{
  for (guint i = 0; i < c->items->len; i++) {
    const Record *item = g_ptr_array_index(c->items, i);
    if (g_hash_table_contains(told, item) || g_hash_table_contains(c->sources, item))
      continue;
    const Closure *closed = closed_now(c, item);
    bool doubt = c->threads->nameless[thread_kind(item)] || is_document_lost(c); /* the last may speak of it */
    if (closed) {
      Change *change = change_now(c, CHANGE_CLOSED, item);
      change->from = doubt ? RATING_NOT_READABLE : RATING_NONE;
      change->reason = closed->reason;
      record_carry_unread_as(&closed->record, "reason", &change->record, "reason");
    } else if (change_said(c, item)) {
      const Record *joined = g_hash_table_lookup(c->joined, item);
      const Field *rating = joined ? spec_field(joined->spec, "rating") : NULL;
      change_now(c, doubt ? CHANGE_MAYBE_NEW : CHANGE_REPORTED, item)->to =
          rating ? *(const int *)record_at(joined, rating) : RATING_NONE;
    }
  }
}

/* An earlier document, an entry of the last one, or a closing, that cannot be read may tell of more. */
static void mark_lost(const Changing *c)
{
  const Threads *threads = c->threads;
  bool document = is_document_lost(c), any = document || threads->closed_lost;
  for (int kind = ENTRY_NONE; kind <= ENTRY_CLOSED; kind++) {
    any |= threads->nameless[kind];
    if (threads->nameless[kind])
      mark_counts(tally_of(c, kind));
  }
  for (guint i = 0; document && i < c->report->tallies->len; i++)
    mark_counts(g_ptr_array_index(c->report->tallies, i));
  if (document)
    mark(&c->report->record, "compared-with");
  if (any)
    mark(&c->report->record, "change");
}

void changes_fill(const Inputs *inputs, const History *history, const Returned *returned, const Threads *threads,
                  Report *report)
{
  const Past *last = history_last(history);
  g_autoptr(GHashTable) joined = g_hash_table_new(NULL, NULL), sources = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new();
  const Changing c = { inputs, history, returned, threads, report, joined, sources, items };
  if (!last) {
    mark_lost(&c);
    return;
  }
  report->compared_with = last->period;
  pair_all(&c);
  note_sources(&c);
  for (guint i = 0; i < threads->threads->len; i++)
    add_thread(&c, g_ptr_array_index(threads->threads, i));
  for (guint i = 0; i < threads->fresh->len; i++)
    add_fresh(&c, g_ptr_array_index(threads->fresh, i), true, told);
  for (guint i = 0; i < threads->maybe_fresh->len; i++)
    add_fresh(&c, g_ptr_array_index(threads->maybe_fresh, i), false, told);
  add_reported(&c, told);
  for (guint i = 0; i < inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(returned->indicators, planned->ref) : NULL;
    if (said)
      change_figures(&c, planned, said);
  }
  mark_lost(&c);
}
