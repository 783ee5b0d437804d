/* Joining the items of the plan with what the return says of them. */
#include "merge/items.h"
#include "facts/returned.h"
#include "facts/table.h"
#include "merge/changes.h"
#include "merge/decimals.h"
#include "merge/judge.h"
#include "merge/series.h"
#include "merge/strays.h"
#include "record/record-carry.h"
#include <string.h>

/* Where entries do not say of which item they speak, readably, no item can be called missing. */
static int not_supplied(bool nameless)
{
  return nameless ? RATING_NOT_READABLE : RATING_NOT_SUPPLIED;
}

/* An entry that cannot be told to be the item's may hold its words, too. */
static void mark_words(Record *item)
{
  static const char *const words[] = { "commentary", "corrective", "activities", "data-note" };
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    const Field *field = spec_field(item->spec, words[i]);
    if (field && !field_is_set(item, field))
      record_mark_unread(item, field);
  }
}

/* What the entry does not say a second one may say, which stands apart. */
static void mark_second(const Returned *returned, const void *said, Record *item)
{
  if (g_hash_table_contains(returned->twice, said))
    mark_words(item);
}

/* Without an entry: of a later plan year it is not due, of an earlier one it is done with, else it is missing. */
static int unreported(const Milestone *milestone, const Report *report, bool closed, bool nameless)
{
  if (closed)
    return RATING_NOT_APPLICABLE;
  if (milestone_is_due(milestone, report->year))
    return not_supplied(nameless);
  return period_compare(milestone->year, report->year) > 0 ? RATING_NOT_DUE : RATING_NOT_APPLICABLE;
}

static void mark(Record *record, const char *field)
{
  record_mark_unread(record, spec_field(record->spec, field));
}

/* Late is what is open after its day; of a day, or progress, that cannot be read nobody can tell. */
static void tell_overdue(Milestone *milestone, const Report *report)
{
  bool unknown = milestone->rating == RATING_NOT_READABLE;
  bool open = unknown || milestone->rating == RATING_AMBER || milestone->rating == RATING_RED ||
              milestone->rating == RATING_NOT_SUPPLIED || milestone->rating == RATING_NOT_AVAILABLE;
  Date due = date_given(milestone->revised) ? milestone->revised : milestone->due;
  bool late = open && date_given(due) && date_compare(due, report->to) <= 0;
  milestone->overdue = late && !unknown;
  if ((late && unknown) || (open && record_is_unread(&milestone->record, "due")))
    mark(&milestone->record, "overdue");
}

/* The entry of the last document, with whether it may be another one, which nobody can find or place. again: another
 * item has the same reference, and what others say under it is said of that one. */
static const Record *entry_before(const History *history, const Report *report, const Milestone *milestone, bool again,
                                  bool *ret_lost)
{
  const Past *last = history_last(history), *strange = history_last_strange(history);
  const Record *item = last ? past_milestone(last, milestone) : NULL;
  bool unnamed = record_is_unread(&milestone->record, "ref") || record_is_unread(&milestone->record, "previously");
  bool just_before = last && period_equal(last->period, period_back(report->period, 0, 1));
  bool later = (history->lost && !just_before) ||
               (strange && (unnamed || strange->nameless.milestones || past_milestone(strange, milestone)));
  bool missed = !item && (history->lost || (last && (unnamed || last->nameless.milestones)));
  *ret_lost = later || missed || (again && item);
  return *ret_lost ? NULL : item;
}

/* A return knows only the rating, a report also due date and words. */
static void compare_words(const Milestone *before, Milestone *milestone)
{
  static const char *const parts[] = { "due", "text" };
  g_autofree char *old = before->text ? runs_to_text(before->text) : NULL;
  g_autofree char *new = milestone->text ? runs_to_text(milestone->text) : NULL;
  const bool differs[] = { date_compare(before->due, milestone->due) != 0, g_strcmp0(old, new) != 0 };
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if (record_is_unread(&before->record, parts[i]) || record_is_unread(&milestone->record, parts[i]))
      mark(&milestone->record, "changed");
    else
      milestone->changed |= differs[i];
}

/* Compares with the last document. What cannot be read, here or there, may have changed or not. */
static void compare_with_last(const History *history, const Report *report, Milestone *milestone, bool again)
{
  bool lost;
  const Record *item = entry_before(history, report, milestone, again, &lost);
  if (!item && !lost)
    return;
  milestone->previous_rating = item ? past_rating(item) : RATING_NOT_READABLE;
  bool unknown = milestone->rating == RATING_NOT_READABLE;
  if (unknown || (milestone->supplied && milestone->previous_rating == RATING_NOT_READABLE))
    mark(&milestone->record, "changed");
  else
    milestone->changed = (milestone->supplied || milestone->rating == RATING_NOT_APPLICABLE) &&
                         milestone->previous_rating != milestone->rating;
  if (item && item->spec == &report_milestone_spec)
    compare_words((const Milestone *)item, milestone);
}

/* Of items of one reference entries speak of the first; of the others nobody can tell. Whether this is such a one. */
static bool is_again(GHashTable *seen, const char *ref)
{
  return ref && !g_hash_table_add(seen, (gpointer)ref);
}

static void join_steps(const Returned *returned, Milestone *milestone, bool again)
{
  for (guint i = 0; i < milestone->steps->len; i++) {
    Step *step = g_ptr_array_index(milestone->steps, i);
    const MilestoneProgress *entry = returned_step(returned, milestone->ref, step->ref), *said = again ? NULL : entry;
    if (!said && (entry || returned->nameless.steps || record_is_unread(&step->record, "ref"))) {
      step->rating = RATING_NOT_READABLE;
      mark_words(&step->record);
    }
    if (!said)
      continue;
    step->rating = said->rating;
    if (date_given(said->revised))
      step->revised = said->revised;
    step->commentary = said->commentary;
    step->corrective = said->corrective;
    record_carry_unread(&said->record, &step->record);
    mark_second(returned, said, &step->record);
  }
}

/* What goes on under another reference is not closed. */
static const Closure *closure(const Returned *returned, const char *ref)
{
  const Closure *closed = ref ? g_hash_table_lookup(returned->closed, ref) : NULL;
  return closed && closed->now ? NULL : closed;
}

/* What closes the item, or else what holds it; or NULL. */
static const Closure *closure_of(const Returned *returned, const char *ref, const char *around)
{
  const Closure *own = closure(returned, ref);
  return own || !around ? own : closure(returned, around);
}

/* The reason for closing it stands in the place of the commentary, where there is none. */
static void take_reason(const Closure *closure, Record *item)
{
  const Field *field = spec_field(item->spec, "commentary");
  if (!closure || field_is_set(item, field))
    return;
  *(Prose **)record_at(item, field) = closure->reason;
  record_carry_unread_as(&closure->record, "reason", item, "commentary");
}

/* What an earlier document closed, or may have closed, of which this return does not speak. */
static Closing closed_before(const Returned *returned, const char *ref, const char *around, bool spoken)
{
  return spoken ? (Closing){ .is = NOT_CLOSED } : closings_find(returned->before, ref, around);
}

/* The reason for it likewise. */
static void take_closing(const Closing *closing, Record *item)
{
  if (closing->is != CLOSED)
    return;
  *(Period *)record_at(item, spec_field(item->spec, "closed")) = closing->period;
  *(const Prose **)record_at(item, spec_field(item->spec, "commentary")) = closing->reason;
  record_carry_unread_as(closing->record, closing->field->name, item, "commentary");
}

static const MilestoneProgress *said_of(const Returned *returned, const Milestone *milestone)
{
  return milestone->ref ? g_hash_table_lookup(returned->milestones, milestone->ref) : NULL;
}

/* The year in which a day falls; without one, the year of the report: shown now rather than never. */
static Period year_of(Date due, Period year)
{
  Period next = year;
  while (date_given(due) && period_given(next) && date_compare(due, period_first_day(next)) < 0)
    next = period_back(year = next, 1, 0);
  while (date_given(due) && period_given(next) && date_compare(due, period_last_day(next)) > 0)
    next = period_back(year = next, -1, 0);
  return period_given(next) ? next : year;
}

static void join_milestone(const Returned *returned, const History *history, const Report *report,
                           const Objective *objective, Milestone *milestone, bool again)
{
  const MilestoneProgress *said = again ? NULL : said_of(returned, milestone);
  const Closure *own = closure_of(returned, milestone->ref, NULL);
  const Closure *closure = closure_of(returned, again ? NULL : milestone->ref, said ? NULL : objective->ref);
  const Closing before = closed_before(returned, milestone->ref, objective->ref, again || said || closure);
  bool undated = !period_given(milestone->year); /* shown now rather than never */
  if (record_is_unread(&milestone->record, "year"))
    record_mark_standing_in(&milestone->record, spec_field(&report_milestone_spec, "year"));
  if (undated)
    milestone->year =
        year_of(record_is_unread(&milestone->record, "year") ? (Date){ 0 } : milestone->due, report->year);
  bool nameless = returned->nameless.milestones || (!milestone->ref && report->has_return) ||
                  (again && (own || said_of(returned, milestone))) || before.is == MAYBE_CLOSED;
  milestone->supplied = said != NULL;
  bool unsure = nameless || record_is_unread(&milestone->record, "year"); /* whether it is due cannot be told */
  milestone->rating = said ? said->rating : unreported(milestone, report, closure || before.is == CLOSED, unsure);
  if (said) {
    milestone->expected = said->expected;
    if (date_given(said->revised))
      milestone->revised = said->revised;
    milestone->commentary = said->commentary;
    milestone->corrective = said->corrective;
    record_carry_unread(&said->record, &milestone->record);
    mark_second(returned, said, &milestone->record);
  } else if (nameless && milestone->rating == RATING_NOT_READABLE) {
    mark_words(&milestone->record);
  }
  take_reason(closure, &milestone->record);
  take_closing(&before, &milestone->record);
  compare_with_last(history, report, milestone, again);
  tell_overdue(milestone, report);
  join_steps(returned, milestone, again);
}

/* Low 1 to 4, medium to 10, high to 16. What was given, but cannot be read, is not replaced by what it should be. */
static void complete_score(RiskScore *risk)
{
  if (!risk)
    return;
  bool lost_score = record_is_unread(&risk->record, "score"), lost_level = record_is_unread(&risk->record, "level");
  for (guint i = 0; i < risk->record.spec->n_fields && risk->record.unread; i++)
    if (risk->record.spec->fields[i].detail != &terms_state)
      record_mark_unread(&risk->record, &risk->record.spec->fields[i]); /* each of them follows from others */
  if (risk_product(risk) > 0 && !lost_score)
    risk->score = risk_product(risk);
  if (risk->level == RISK_NONE && risk->score > 0 && !lost_level)
    risk->level = risk->score <= 4 ? RISK_LOW : risk->score <= 10 ? RISK_MEDIUM : RISK_HIGH;
}

static void join_objectives(const Inputs *inputs, const Returned *returned, const History *history, Report *report)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  report->objectives =
      record_carry_list(inputs->arena, inputs->plan->objectives, &report_objective_spec, &report->record);
  for (guint i = 0; i < report->objectives->len; i++) {
    Objective *objective = g_ptr_array_index(report->objectives, i);
    complete_score(objective->initial);
    complete_score(objective->residual);
    for (guint j = 0; j < objective->milestones->len; j++) {
      Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      join_milestone(returned, history, report, objective, milestone, is_again(seen, milestone->ref));
    }
  }
}

/* What may have been supplied, due or not, under a reference that cannot be read. A placeholder has nothing yet. */
static void unsay(Indicator *indicator)
{
  static const char *const said[] = { "expected", "reason", "projection" };
  mark_words(&indicator->record);
  for (guint i = 0; i < G_N_ELEMENTS(said); i++)
    record_mark_unread(&indicator->record, spec_field(indicator->record.spec, said[i]));
  if (!indicator->placeholder) {
    indicator->rating = RATING_NOT_READABLE;
    indicator->travel = TRAVEL_NOT_READABLE;
  }
  indicator->rating_by_rule = indicator->travel_by_rule = false;
  for (guint i = 0; i < indicator->measures->len; i++) {
    Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (!indicator->placeholder) {
      measure->value->state = STATE_NOT_READABLE;
      measure->rating = RATING_NOT_READABLE;
      measure->travel = TRAVEL_NOT_READABLE;
    }
    measure->rating_by_rule = measure->travel_by_rule = false;
    record_mark_standing_in(&measure->record, spec_field(&report_measure_spec, "point"));
  }
}

/* Nothing is missed of what is closed. */
static void close_indicator(const Closure *closure, const Closing *before, Indicator *indicator)
{
  indicator->rating = RATING_NOT_APPLICABLE;
  indicator->travel = TRAVEL_NONE;
  indicator->rating_by_rule = indicator->travel_by_rule = false;
  for (guint i = 0; i < indicator->measures->len; i++) {
    Measure *measure = g_ptr_array_index(indicator->measures, i);
    measure->rating = RATING_NOT_APPLICABLE;
    measure->travel = TRAVEL_NONE;
    measure->rating_by_rule = measure->travel_by_rule = false;
    if (measure->value->state == STATE_NOT_SUPPLIED)
      measure->value->state = STATE_NOT_APPLICABLE;
  }
  take_reason(closure, &indicator->record);
  take_closing(before, &indicator->record);
}

/* A unit that nobody defines cannot be shown; of one of the council's own the decimals are as the framework says. */
static void settle_unit(const Framework *framework, int *unit, int *decimals)
{
  const OwnUnit *own = framework_unit(framework, *unit);
  if (own && own->decimals >= 0 && *decimals < 0)
    *decimals = own->decimals;
  if (!framework_knows_unit(framework, *unit))
    *unit = UNIT_NOT_READABLE;
}

static void settle_units(const Framework *framework, Indicator *indicator)
{
  settle_unit(framework, &indicator->unit, &indicator->decimals);
  for (guint i = 0; i < indicator->measures->len; i++) {
    Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (measure->unit)
      settle_unit(framework, &measure->unit, &measure->decimals);
  }
}

/* "PA 8 (2007/08), NI 39": former codes, with the last year of those that have one. */
static char *formerly(Arena *arena, const Indicator *indicator)
{
  if (indicator->former->len == 0)
    return NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < indicator->former->len; i++) {
    const Former *code = g_ptr_array_index(indicator->former, i);
    int year = period_year(code->period).year;
    g_string_append_printf(out, "%s%s", out->len ? ", " : "", code->ref ? code->ref : "–");
    if (period_given(code->period))
      g_string_append_printf(out, " (%d/%02d)", year, (year + 1) % 100);
  }
  for (guint i = 0; i < indicator->previously->len; i++)
    g_string_append_printf(out, ", %s", (const char *)g_ptr_array_index(indicator->previously, i));
  return arena_strdup(arena, out->str);
}

static void join_indicators(const Inputs *inputs, const Returned *returned, const History *history, Report *report)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  report->indicators =
      record_carry_list(inputs->arena, inputs->plan->indicators, &report_indicator_spec, &report->record);
  for (guint i = 0; i < report->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    Indicator *indicator = g_ptr_array_index(report->indicators, i);
    const IndicatorProgress *entry = planned->ref ? g_hash_table_lookup(returned->indicators, planned->ref) : NULL;
    bool again = is_again(seen, planned->ref);
    const IndicatorProgress *said = again ? NULL : entry;
    settle_units(inputs->framework, indicator);
    indicator->formerly = formerly(inputs->arena, indicator);
    series_fill(inputs, history, planned, said, again, indicator);
    judge_indicator(inputs, said, indicator);
    decimals_settle(indicator);
    if (said)
      mark_second(returned, said, &indicator->record);
    const Closure *closure = closure_of(returned, again ? NULL : planned->ref, NULL);
    const Closing before = closed_before(returned, planned->ref, NULL, again || said || closure);
    if (closure && said)
      take_reason(closure, &indicator->record);
    else if (closure || before.is == CLOSED)
      close_indicator(closure, &before, indicator);
    else if (!said && (before.is == MAYBE_CLOSED || entry || returned->nameless.indicators ||
                       (!planned->ref && report->has_return)))
      unsay(indicator);
  }
}

/* Words of the milestone or objective that a risk belongs to. */
static GPtrArray *context_of(Arena *arena, const Risk *risk, GHashTable *milestones, GHashTable *objectives)
{
  const Milestone *milestone = risk->milestone ? g_hash_table_lookup(milestones, risk->milestone) : NULL;
  if (milestone && milestone->text)
    return milestone->text;
  const Objective *objective = risk->objective ? g_hash_table_lookup(objectives, risk->objective) : NULL;
  if (!objective || !objective->title)
    return NULL;
  GPtrArray *runs = arena_list(arena);
  g_ptr_array_add(runs, run_new(arena, objective->title, 0));
  return runs;
}

/* Treatments and equality actions are reported on twice a year. */
static int action_unreported(const Report *report, bool closed, bool nameless)
{
  if (closed)
    return RATING_NOT_APPLICABLE;
  return report->half_year ? not_supplied(nameless) : RATING_NOT_DUE;
}

static void join_treatment(const Returned *returned, const Report *report, const Risk *risk, Treatment *treatment,
                           bool again)
{
  const TreatmentProgress *entry = treatment->ref ? g_hash_table_lookup(returned->treatments, treatment->ref) : NULL;
  const TreatmentProgress *said = again ? NULL : entry;
  treatment->supplied = said != NULL;
  const Closure *closure = closure_of(returned, again ? NULL : treatment->ref, said ? NULL : risk->ref);
  const Closing before = closed_before(returned, treatment->ref, risk->ref, again || said || closure);
  bool nameless = returned->nameless.treatments || (!treatment->ref && report->has_return) || (again && entry) ||
                  before.is == MAYBE_CLOSED;
  treatment->rating = said ? said->rating : action_unreported(report, closure || before.is == CLOSED, nameless);
  treatment->commentary = said ? said->commentary : NULL;
  if (said) {
    record_carry_unread(&said->record, &treatment->record);
    mark_second(returned, said, &treatment->record);
  } else if (nameless && !closure && before.is != CLOSED)
    mark_words(&treatment->record);
  take_reason(closure, &treatment->record);
  take_closing(&before, &treatment->record);
}

static void join_risks(const Inputs *inputs, const Returned *returned, Report *report)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) objectives = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) milestones = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < report->objectives->len; i++) {
    Objective *objective = g_ptr_array_index(report->objectives, i);
    table_put(objectives, objective->ref, objective);
    for (guint j = 0; j < objective->milestones->len; j++) {
      Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      table_put(milestones, milestone->ref, milestone);
    }
  }
  report->risks = record_carry_list(inputs->arena, inputs->plan->risks, &report_risk_spec, &report->record);
  for (guint i = 0; i < report->risks->len; i++) {
    Risk *risk = g_ptr_array_index(report->risks, i);
    complete_score(risk->initial);
    complete_score(risk->residual);
    risk->context = context_of(inputs->arena, risk, milestones, objectives);
    record_carry_unread_as(&risk->record, "milestone", &risk->record, "context");
    record_carry_unread_as(&risk->record, "objective", &risk->record, "context");
    for (guint j = 0; j < risk->treatments->len; j++) {
      Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      join_treatment(returned, report, risk, treatment, is_again(seen, treatment->ref));
    }
  }
}

static void join_action(const Returned *returned, const Report *report, EqualityAction *action, bool again)
{
  const EqualityProgress *entry = action->ref ? g_hash_table_lookup(returned->equality, action->ref) : NULL;
  const EqualityProgress *said = again ? NULL : entry;
  action->supplied = said != NULL;
  const Closure *closure = closure_of(returned, again ? NULL : action->ref, NULL);
  const Closing before = closed_before(returned, action->ref, NULL, again || said || closure);
  bool nameless = returned->nameless.equality || (!action->ref && report->has_return) || (again && entry) ||
                  before.is == MAYBE_CLOSED;
  action->rating = said ? said->rating : action_unreported(report, closure || before.is == CLOSED, nameless);
  action->commentary = said ? said->commentary : NULL;
  if (said) {
    record_carry_unread(&said->record, &action->record);
    mark_second(returned, said, &action->record);
  } else if (nameless && !closure && before.is != CLOSED)
    mark_words(&action->record);
  take_reason(closure, &action->record);
  take_closing(&before, &action->record);
}

static void join_equality(const Inputs *inputs, const Returned *returned, Report *report)
{
  report->equality_actions =
      record_carry_list(inputs->arena, inputs->plan->equality_actions, &report_equality_action_spec, &report->record);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < report->equality_actions->len; i++) {
    EqualityAction *action = g_ptr_array_index(report->equality_actions, i);
    join_action(returned, report, action, is_again(seen, action->ref));
  }
}

void items_fill(const Inputs *inputs, const History *history, Report *report)
{
  Returned *returned = returned_new(inputs->arena, inputs->current);
  returned->before = closings_new(inputs->arena, history);
  join_objectives(inputs, returned, history, report);
  join_indicators(inputs, returned, history, report);
  join_risks(inputs, returned, report);
  join_equality(inputs, returned, report);
  const PlanIndex *index = plan_index_new(inputs->arena, inputs->plan);
  const Threads *threads = threads_new(inputs, history, returned, index);
  strays_fill(inputs, returned, threads, report);
  changes_fill(inputs, history, returned, threads, report);
}
