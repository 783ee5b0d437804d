/* What has changed: figures of earlier periods that were revised, and targets. */
#include "merge/change-rows.h"
#include "merge/readings.h"
#include "model/figures.h"
#include "record/record-carry.h"

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

static bool same_amount(OptAmount a, OptAmount b)
{
  return a.given == b.given && (!a.given || figure_same(a.amount, b.amount));
}

/* What is withheld then and now is not compared, so that nobody learns of it. */
static bool same_figure(const Reading *a, const Reading *b)
{
  bool withheld = a->state == STATE_SUPPRESSED && b->state == STATE_SUPPRESSED;
  return withheld || (a->state == b->state && same_amount(a->number, b->number) && a->bound == b->bound &&
                      same_amount(a->to, b->to) && (a->number.given || g_strcmp0(a->text, b->text) == 0));
}

/* It cannot be read, or says two things of which one is wrong. */
static bool is_unclear(const Reading *reading)
{
  return reading->state == STATE_NOT_READABLE || reading_contradicts(reading);
}

/* A figure that is withheld now is not told by what it was. */
static void add_figures(const Changing *c, ChangeKind what, const Indicator *planned, const Reading *was,
                        const Reading *now)
{
  Indicator *item = g_hash_table_lookup(c->joined, planned);
  Change *change = change_now(c, what, &planned->record);
  change->part = now->measure;
  change->period = now->period;
  if (now->state != STATE_SUPPRESSED)
    change->was = figure(c, was, &report_was_spec, item, change);
  change->now = figure(c, now, &report_now_spec, item, change);
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

static const Reading *said_before(GHashTable *last, const Reading *now)
{
  g_autofree char *key = key_of(now);
  return g_hash_table_lookup(last, key);
}

void change_figures(const Changing *c, const Indicator *planned, const IndicatorProgress *said)
{
  g_autoptr(GPtrArray) before = g_ptr_array_new();
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
    if (!was || period_equal(now->period, c->report->period))
      continue;
    bool unclear = is_unclear(was) || is_unclear(now);
    if (unclear || !same_figure(was, now))
      add_figures(c, unclear ? CHANGE_MAYBE_REVISED : CHANGE_REVISED, planned, was, now);
  }
}

/* ---- targets ----------------------------------------------------------------------------------------------------- */

/* Of the same period, of two reports. */
static void compare_targets(const Changing *c, const Indicator *planned, const GPtrArray *before, const GPtrArray *now)
{
  for (guint i = 0; i < now->len; i++) {
    const Reading *to = g_ptr_array_index(now, i);
    const Reading *from = period_given(to->period) ? reading_at(before, to->period) : NULL;
    bool unclear = from && (is_unclear(from) || is_unclear(to));
    if (from && (unclear || !same_figure(from, to)))
      add_figures(c, unclear ? CHANGE_MAYBE_TARGET : CHANGE_TARGET, planned, from, to);
  }
}

static const Measure *measure_before(const Indicator *before, const Measure *now)
{
  for (guint i = 0; i < before->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(before->measures, i);
    if (g_strcmp0(measure->ref, now->ref) == 0)
      return measure;
  }
  return NULL;
}

/* A return knows no targets: only a report of before does. */
void change_targets(const Changing *c, const Thread *thread)
{
  const Indicator *item = g_hash_table_lookup(c->joined, thread->now);
  if (!item || thread->before->spec != &report_indicator_spec)
    return;
  for (guint i = 0; i < item->measures->len; i++) {
    const Measure *now = g_ptr_array_index(item->measures, i);
    const Measure *before = measure_before((const Indicator *)thread->before, now);
    if (!before)
      continue;
    compare_targets(c, (const Indicator *)thread->now, before->targets, now->targets);
    compare_targets(c, (const Indicator *)thread->now, before->profiles, now->profiles);
  }
}
