/* What has changed: symbols of items that go on - progress, what is expected, direction of travel - and their dates. */
#include "merge/change-rows.h"
#include "record/record-carry.h"

/* A symbol then and now, as a row can show it. */
typedef struct {
  int from, to;
  bool silent_from, silent_to; /* nobody gave one */
  bool unread;
} Symbols;

static int term_of(const Record *record, const char *name)
{
  const Field *field = record ? spec_field(record->spec, name) : NULL;
  return field ? *(const int *)record_at(record, field) : 0;
}

static bool flag_of(const Record *record, const char *name)
{
  const Field *field = spec_field(record->spec, name);
  return field && *(const bool *)record_at(record, field);
}

const Record *change_said(const Changing *c, const Record *planned)
{
  const Returned *r = c->returned;
  GHashTable *const tables[] = { [ENTRY_MILESTONE] = r->milestones,
                                 [ENTRY_INDICATOR] = r->indicators,
                                 [ENTRY_TREATMENT] = r->treatments,
                                 [ENTRY_EQUALITY] = r->equality };
  int kind = thread_kind(planned);
  if (kind == ENTRY_STEP) {
    const MilestoneProgress *said =
        returned_step(r, ((const Milestone *)planned->parent)->ref, ((const Step *)planned)->ref);
    return said ? &said->record : NULL;
  }
  const char *ref = *(char *const *)record_at(planned, spec_field(planned->spec, "ref"));
  return ref ? g_hash_table_lookup(tables[kind], ref) : NULL;
}

/* ---- symbols ----------------------------------------------------------------------------------------------------- */

static bool is_silent(int rating)
{
  return rating == RATING_NONE || rating == RATING_NOT_RATED || rating == RATING_NOT_SUPPLIED;
}

/* What a rule says now, where nobody states it and a return of before knows no rule, is no change. */
static bool is_by_rule(const Thread *thread, const Record *item, const char *flag)
{
  bool knows_no_rule = thread->before->spec == &indicator_progress_spec;
  return knows_no_rule && flag_of(item, flag);
}

static bool differ(Symbols s)
{
  return s.unread ? !(s.silent_from && s.silent_to) : s.from != s.to && !(s.silent_from && s.silent_to);
}

/* That an entry is missing says nothing where none is asked for in every period, nor of what was complete. */
static bool may_be_silent(const Thread *thread, int from, bool said)
{
  if (said)
    return false;
  return thread->kind == ENTRY_TREATMENT || thread->kind == ENTRY_EQUALITY || from == RATING_COMPLETE;
}

static void add_progress(const Changing *c, const Thread *thread, const Record *item, bool said)
{
  int from = past_rating(thread->before), to = term_of(item, "rating");
  Symbols s = { from, to, is_silent(from), is_silent(to), false };
  s.unread = from == RATING_NOT_READABLE || to == RATING_NOT_READABLE;
  bool of_plan = !said && (to == RATING_NOT_DUE || to == RATING_NOT_APPLICABLE); /* nobody reports it */
  if (of_plan || (s.silent_to && may_be_silent(thread, from, said)) ||
      (s.silent_from && is_by_rule(thread, item, "rating-by-rule")) || !differ(s))
    return;
  ChangeKind what = s.unread ? CHANGE_MAYBE_PROGRESS : to == RATING_COMPLETE ? CHANGE_COMPLETED : CHANGE_PROGRESS;
  Change *change = change_now(c, what, thread->now);
  change->from = from;
  change->to = to;
}

static void add_expected(const Changing *c, const Thread *thread, const Record *item)
{
  int from = term_of(thread->before, "expected"), to = term_of(item, "expected");
  Symbols s = { from, to, from == RATING_NONE, to == RATING_NONE, false };
  s.unread = from == RATING_NOT_READABLE || to == RATING_NOT_READABLE;
  if ((s.silent_to && term_of(item, "rating") == RATING_COMPLETE) || !differ(s)) /* it is there */
    return;
  Change *change = change_now(c, s.unread ? CHANGE_MAYBE_EXPECTED : CHANGE_EXPECTED, thread->now);
  change->from = from;
  change->to = to;
}

static void add_travel(const Changing *c, const Thread *thread, const Record *item)
{
  int from = term_of(thread->before, "travel"), to = term_of(item, "travel");
  Symbols s = { from, to, from == TRAVEL_NONE, to == TRAVEL_NONE, false };
  s.unread = from == TRAVEL_NOT_READABLE || to == TRAVEL_NOT_READABLE;
  if ((s.silent_from && is_by_rule(thread, item, "travel-by-rule")) || !differ(s))
    return;
  Change *change = change_now(c, s.unread ? CHANGE_MAYBE_TRAVEL : CHANGE_TRAVEL, thread->now);
  change->travel_from = from;
  change->travel_to = to;
}

/* The symbol that was stated for a measure alone. */
static int stated_before(const Thread *thread, const char *measure)
{
  if (thread->before->spec == &report_indicator_spec) {
    const GPtrArray *measures = ((const Indicator *)thread->before)->measures;
    for (guint i = 0; i < measures->len; i++) {
      const Measure *before = g_ptr_array_index(measures, i);
      if (g_strcmp0(before->ref, measure) == 0)
        return before->stated;
    }
    return RATING_NONE;
  }
  const GPtrArray *values = ((const IndicatorProgress *)thread->before)->values;
  for (guint i = 0; i < values->len; i++) {
    const Reading *value = g_ptr_array_index(values, i);
    bool own = !period_given(value->period) || period_equal(value->period, thread->past->period);
    if (own && value->rating != RATING_NONE && g_strcmp0(value->measure, measure) == 0)
      return value->rating;
  }
  return RATING_NONE;
}

/* Of an indicator with one measure the symbol is the indicator's. */
static void add_measures(const Changing *c, const Thread *thread, const Indicator *item)
{
  for (guint i = 0; item->measures->len > 1 && i < item->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(item->measures, i);
    int from = measure->ref ? stated_before(thread, measure->ref) : RATING_NONE, to = measure->stated;
    Symbols s = { from, to, is_silent(from), is_silent(to), false };
    s.unread = from == RATING_NOT_READABLE || to == RATING_NOT_READABLE;
    if (!measure->ref || !differ(s))
      continue;
    Change *change = change_now(c, s.unread ? CHANGE_MAYBE_PROGRESS : CHANGE_PROGRESS, thread->now);
    change->kind = ENTRY_MEASURE;
    change->part = measure->ref;
    change->from = from;
    change->to = to;
  }
}

void change_symbols(const Changing *c, const Thread *thread)
{
  const Record *item = g_hash_table_lookup(c->joined, thread->now);
  if (!item || !c->report->has_return)
    return;
  bool said = change_said(c, thread->now) != NULL;
  add_progress(c, thread, item, said);
  if (said) {
    add_expected(c, thread, item);
    add_travel(c, thread, item);
  }
  if (said && thread->kind == ENTRY_INDICATOR)
    add_measures(c, thread, (const Indicator *)item);
}

/* ---- dates ------------------------------------------------------------------------------------------------------- */

typedef struct {
  Date day; /* none: none is given */
  bool unread;
} Day;

static Day day_of(const Record *record, const char *name)
{
  const Field *field = spec_field(record->spec, name);
  if (!field || field->type != FIELD_DATE)
    return (Day){ 0 };
  return (Day){ *(const Date *)record_at(record, field), field_is_unread(record, field) };
}

static bool is_given(Day day)
{
  return day.unread || date_given(day.day);
}

/* The day to which the record puts it off, or else the day that planned says. */
static Day put_off(const Record *record, const Record *planned)
{
  Day revised = day_of(record, "revised");
  if (is_given(revised))
    return revised;
  revised = day_of(planned, "revised");
  return is_given(revised) ? revised : day_of(planned, "due");
}

static bool same_day(Day a, Day b)
{
  return !a.unread && !b.unread && date_compare(a.day, b.day) == 0;
}

static void add_moved(const Changing *c, const Thread *thread, Day from, Day to)
{
  Change *change = change_now(c, from.unread || to.unread ? CHANGE_MAYBE_MOVED : CHANGE_MOVED, thread->now);
  change->due_from = from.day;
  change->due_to = to.day;
  if (from.unread)
    record_mark_unread(&change->record, spec_field(&change_spec, "due-from"));
  if (to.unread)
    record_mark_unread(&change->record, spec_field(&change_spec, "due-to"));
}

/* A return knows only the day to which it puts an item off: without one the plan's day held. A report knows both. */
void change_dates(const Changing *c, const Thread *thread)
{
  const Record *item = g_hash_table_lookup(c->joined, thread->now), *before = thread->before;
  if (!item)
    return;
  bool of_report = spec_field(before->spec, "due") != NULL, said = change_said(c, thread->now) != NULL;
  bool over = term_of(item, "rating") == RATING_COMPLETE && !is_given(day_of(item, "revised"));
  Day from = put_off(before, of_report ? before : thread->now), to = put_off(item, item);
  if (said && !over && !same_day(from, to) && (is_given(from) || is_given(to))) {
    add_moved(c, thread, from, to);
    return;
  }
  from = day_of(before, "due");
  to = day_of(item, "due");
  if (of_report && !same_day(from, to))
    add_moved(c, thread, from, to);
}
