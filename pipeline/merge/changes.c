/* What has changed: the threads of items, their symbols and revised figures as rows of the report. */
#include "merge/changes.h"
#include "facts/table.h"
#include "merge/readings.h"
#include "model/figures.h"
#include "record/record-carry.h"
#include <string.h>

typedef struct {
  const Inputs *inputs;
  const History *history;
  const Threads *threads;
  Report *report;
  GHashTable *joined;  /* record of the plan to that of the report */
  GHashTable *sources; /* record of the plan to the list of Thread that lead to it */
} Changing;

/* ---- items as the report has them -------------------------------------------------------------------------------- */

static void pair(const Changing *c, const GPtrArray *planned, const GPtrArray *joined)
{
  for (guint i = 0; i < MIN(planned->len, joined->len); i++)
    g_hash_table_insert(c->joined, g_ptr_array_index(planned, i), g_ptr_array_index(joined, i));
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
  g_ptr_array_add(runs, run_new(c->inputs->arena, said, 0));
  return runs;
}

/* The words of the item, as the change shows them; not readable where they are not. */
static void take_words(const Changing *c, const Record *item, Change *change)
{
  change->text = words_of(c, item);
  record_carry_unread_as(item, "title", &change->record, "text");
  record_carry_unread_as(item, "text", &change->record, "text");
}

static int rating_of(const Record *item)
{
  const Field *field = spec_field(item->spec, "rating");
  return field ? *(const int *)record_at(item, field) : RATING_NONE;
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

/* About an item of the plan. */
static Change *add_now(const Changing *c, ChangeKind what, const Record *planned)
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
  Change *change = add_now(c, sources->len > 1 ? CHANGE_MERGED : CHANGE_RENUMBERED, thread->now);
  for (guint i = 0; i < sources->len; i++) {
    const Thread *source = g_ptr_array_index(sources, i);
    g_ptr_array_add(change->previously, (gpointer)(source->part ? source->part : source->ref));
    if (change->reason || !source->closed)
      continue;
    change->reason = source->closed->reason;
    record_carry_unread_as(&source->closed->record, "reason", &change->record, "reason");
  }
}

static bool is_told(int rating)
{
  return rating_is_symbol(rating) || rating == RATING_NOT_READABLE;
}

static void add_progress(const Changing *c, const Thread *thread)
{
  const Record *item = g_hash_table_lookup(c->joined, thread->now);
  int from = past_rating(thread->before), to = item ? rating_of(item) : RATING_NONE;
  bool unread = from == RATING_NOT_READABLE || to == RATING_NOT_READABLE; /* they may be the same, or not */
  bool symbols = (unread || from != to) && is_told(from) && is_told(to);
  if (!symbols)
    return;
  Change *change = add_now(c, to == RATING_COMPLETE ? CHANGE_COMPLETED : CHANGE_PROGRESS, thread->now);
  change->from = from;
  change->to = to;
}

/* ---- revised figures --------------------------------------------------------------------------------------------- */

static Reading *figure(const Changing *c, const Reading *reading, const Spec *spec, Indicator *item, Change *change)
{
  Measure *measure = NULL;
  for (guint i = 0; i < item->measures->len && !measure; i++)
    if (indicator_owns(item, g_ptr_array_index(item->measures, i), reading))
      measure = g_ptr_array_index(item->measures, i);
  if (!measure)
    return NULL;
  Reading *copy = reading_in_report(c->inputs->arena, reading, spec, item, measure);
  copy->record.parent = &change->record;
  return copy;
}

static bool same_figure(const Reading *a, const Reading *b)
{
  return a->number.given == b->number.given && (!a->number.given || figure_same(a->number.amount, b->number.amount)) &&
         (a->number.given || g_strcmp0(a->text, b->text) == 0);
}

static char *key_of(const Reading *reading)
{
  g_autofree char *period = period_to_string(reading->period);
  return g_strdup_printf("%s %s", period, reading->measure ? reading->measure : "");
}

/* What was last said of each measure and period. Caller unrefs. */
static GHashTable *last_said(const GPtrArray *before)
{
  GHashTable *last = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < before->len; i++)
    g_hash_table_replace(last, key_of(g_ptr_array_index(before, i)), g_ptr_array_index(before, i));
  return last;
}

/* NULL: nothing, or nothing that is to be seen. */
static const Reading *said_before(GHashTable *last, const Reading *now)
{
  g_autofree char *key = key_of(now);
  const Reading *found = g_hash_table_lookup(last, key);
  return found && !reading_hides_figure(found) && !reading_contradicts(found) ? found : NULL;
}

static void add_revised(const Changing *c, const Indicator *planned, const IndicatorProgress *said)
{
  g_autoptr(GPtrArray) before = g_ptr_array_new();
  Indicator *item = g_hash_table_lookup(c->joined, planned);
  for (guint i = 0; i < c->history->past->len; i++) {
    const Past *past = g_ptr_array_index(c->history->past, i);
    const Record *entry = past_indicator(past, planned);
    if (entry)
      past_readings(c->inputs->arena, past, entry, before);
  }
  g_autoptr(GHashTable) last = last_said(before);
  for (guint i = 0; i < said->values->len; i++) {
    const Reading *now = g_ptr_array_index(said->values, i);
    const Reading *was = period_given(now->period) ? said_before(last, now) : NULL;
    if (!was || period_equal(now->period, c->report->period) || reading_hides_figure(now) || same_figure(was, now))
      continue;
    Change *change = add_now(c, CHANGE_REVISED, &planned->record);
    change->part = now->measure;
    change->period = now->period;
    change->was = figure(c, was, &report_was_spec, item, change);
    change->now = figure(c, now, &report_now_spec, item, change);
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
  add_progress(c, thread);
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

static void add_fresh(const Changing *c, const Record *item, bool sure)
{
  ItemTally *tally = tally_of(c, thread_kind(item));
  tally->fresh += sure;
  tally->now++;
  if (!sure)
    mark_counts(tally);
  add_now(c, sure ? CHANGE_NEW : CHANGE_MAYBE_NEW, item);
}

/* An earlier document, an entry of the last one, or a closing, that cannot be read may tell of more. */
static void mark_lost(const Changing *c)
{
  const Threads *threads = c->threads;
  bool document = c->history->lost || history_last_strange(c->history), any = document || threads->closed_lost;
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
  const Changing c = { inputs, history, threads, report, joined, sources };
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
    add_fresh(&c, g_ptr_array_index(threads->fresh, i), true);
  for (guint i = 0; i < threads->maybe_fresh->len; i++)
    add_fresh(&c, g_ptr_array_index(threads->maybe_fresh, i), false);
  for (guint i = 0; i < inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(returned->indicators, planned->ref) : NULL;
    if (said)
      add_revised(&c, planned, said);
  }
  mark_lost(&c);
}
