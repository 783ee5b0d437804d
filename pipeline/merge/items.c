/* Joining the items of the plan with what the return says of them. */
#include "merge/items.h"
#include "facts/returned.h"
#include "facts/table.h"
#include "merge/changes.h"
#include "merge/decimals.h"
#include "merge/entry.h"
#include "merge/judge.h"
#include "merge/milestones.h"
#include "merge/series.h"
#include "merge/strays.h"
#include "record/record-carry.h"
#include "record/record-walk.h"

/* What may have been supplied, due or not, under a reference that cannot be read. A placeholder has nothing yet. */
static void unsay(Indicator *indicator)
{
  static const char *const said[] = { "expected", "reason", "projection" };
  entry_mark_words(&indicator->record);
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
  entry_take_reason(closure, &indicator->record);
  entry_take_closing(before, &indicator->record);
}

/* With how many decimals; -1: nobody says. Where that cannot be read whole numbers tell nothing that was not to be
 * told. */
static int decimals_said(const Record *record, int decimals)
{
  return record_is_unread(record, "decimals") ? 0 : decimals;
}

/* A unit that nobody defines cannot be shown; of one of the council's own the decimals are as the framework says. */
static void settle_unit(const Framework *framework, const Record *record, int *unit, int *decimals)
{
  const OwnUnit *own = framework_unit(framework, *unit);
  *decimals = decimals_said(record, *decimals);
  if (own && *decimals < 0)
    *decimals = decimals_said(&own->record, own->decimals);
  if (!framework_knows_unit(framework, *unit))
    *unit = UNIT_NOT_READABLE;
}

static void settle_units(const Framework *framework, Indicator *indicator)
{
  settle_unit(framework, &indicator->record, &indicator->unit, &indicator->decimals);
  for (guint i = 0; i < indicator->measures->len; i++) {
    Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (measure->unit)
      settle_unit(framework, &measure->record, &measure->unit, &measure->decimals);
    else
      measure->decimals = decimals_said(&measure->record, measure->decimals);
  }
}

/* Likewise the units of rates, once the figures are there. */
static void settle_rate(const Record *record, void *framework)
{
  Reading *reading = spec_is_reading(record->spec) ? (Reading *)record : NULL;
  if (reading && !framework_knows_unit(framework, reading->rate_unit))
    reading->rate_unit = UNIT_NOT_READABLE;
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

/* Whether one of them cannot be read, or which they are. */
static bool is_former_unread(const Indicator *planned)
{
  bool unread = record_is_unread(&planned->record, "former") || record_is_unread(&planned->record, "previously");
  for (guint i = 0; i < planned->former->len; i++) {
    const Record *former = g_ptr_array_index(planned->former, i);
    unread |= record_is_unread(former, "ref") || record_is_unread(former, "period");
  }
  return unread;
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
    bool again = entry_is_again(seen, planned->ref);
    const IndicatorProgress *said = again ? NULL : entry;
    settle_units(inputs->framework, indicator);
    indicator->formerly = formerly(inputs->arena, indicator);
    if (is_former_unread(planned))
      record_mark_standing_in(&indicator->record, spec_field(&report_indicator_spec, "formerly"));
    series_fill(inputs, history, planned, said, again, indicator);
    record_walk(&indicator->record, settle_rate, (void *)inputs->framework);
    judge_indicator(inputs, said, indicator);
    decimals_settle(indicator);
    if (said)
      entry_mark_second(returned, said, &indicator->record);
    const Closure *closure = entry_closure(returned, again ? NULL : planned->ref, NULL);
    const Closing before = entry_closed_before(returned, planned->ref, NULL, again || said || closure);
    if (closure && said)
      entry_take_reason(closure, &indicator->record);
    else if (closure || before.is == CLOSED)
      close_indicator(closure, &before, indicator);
    else if (!said && (before.is == MAYBE_CLOSED || entry || returned->nameless.indicators ||
                       (!planned->ref && report->has_return)))
      unsay(indicator);
  }
}

/* What risks can belong to, by reference. */
typedef struct {
  GHashTable *milestones, *objectives;
  bool nameless; /* there is an objective whose reference cannot be read */
} Owners;

/* The owners' tables belong to the caller. */
static void owners_fill(const Report *report, Owners *owners)
{
  for (guint i = 0; i < report->objectives->len; i++) {
    Objective *objective = g_ptr_array_index(report->objectives, i);
    table_put(owners->objectives, objective->ref, objective);
    owners->nameless |= record_is_unread(&objective->record, "ref");
    for (guint j = 0; j < objective->milestones->len; j++) {
      Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      table_put(owners->milestones, milestone->ref, milestone);
    }
  }
}

/* Words of the milestone or objective that a risk belongs to. */
static void fill_context(Arena *arena, Risk *risk, const Owners *owners)
{
  const Milestone *milestone = risk->milestone ? g_hash_table_lookup(owners->milestones, risk->milestone) : NULL;
  const Objective *objective = risk->objective ? g_hash_table_lookup(owners->objectives, risk->objective) : NULL;
  record_carry_unread_as(&risk->record, "milestone", &risk->record, "context");
  record_carry_unread_as(&risk->record, "objective", &risk->record, "context");
  if (record_is_unread(&risk->record, "milestone"))
    return; /* the objective's title would be said in its place */
  if (milestone && milestone->text) {
    risk->context = milestone->text;
    return;
  }
  if (risk->milestone && !milestone) {
    record_mark_unread(&risk->record, spec_field(risk->record.spec, "context"));
    return;
  }
  if (objective && objective->title) {
    risk->context = arena_list(arena);
    g_ptr_array_add(risk->context, run_new(arena, objective->title, 0));
  } else if (objective) {
    record_carry_unread_as(&objective->record, "title", &risk->record, "context");
  } else if (risk->objective && owners->nameless) {
    record_mark_unread(&risk->record, spec_field(risk->record.spec, "context"));
  }
}

/* Treatments and equality actions are reported on twice a year. */
static int action_unreported(const Report *report, bool closed, bool nameless)
{
  if (closed)
    return RATING_NOT_APPLICABLE;
  return report->half_year ? entry_not_supplied(nameless) : RATING_NOT_DUE;
}

static void *at(const Record *record, const char *name)
{
  return record_at(record, spec_field(record->spec, name));
}

/* A treatment or an equality action. entry: what the return says under its reference, or NULL; nameless: the return has
 * such entries that do not say of which one they speak; again: another one before has the same reference. */
static void join_action(const Returned *returned, const Report *report, Record *action, const Record *entry,
                        const char *around, bool nameless, bool again)
{
  const char *ref = *(char *const *)at(action, "ref");
  const Record *said = again ? NULL : entry;
  const Closure *closure = entry_closure(returned, again ? NULL : ref, said ? NULL : around);
  const Closing before = entry_closed_before(returned, ref, around, again || said || closure);
  bool closed = closure || before.is == CLOSED;
  bool unsure = nameless || (!ref && report->has_return) || (again && entry) || before.is == MAYBE_CLOSED;
  *(bool *)at(action, "supplied") = said != NULL;
  *(int *)at(action, "rating") = said ? entry_rating(said) : action_unreported(report, closed, unsure);
  *(Prose **)at(action, "commentary") = said ? *(Prose *const *)at(said, "commentary") : NULL;
  if (said) {
    entry_take_notes(said, action);
    record_carry_unread(said, action);
    entry_mark_second(returned, said, action);
  } else if (unsure && !closed) {
    entry_mark_words(action);
  }
  entry_take_reason(closure, action);
  entry_take_closing(&before, action);
}

static const Record *find(GHashTable *entries, const char *ref)
{
  return ref ? g_hash_table_lookup(entries, ref) : NULL;
}

static void join_risks(const Inputs *inputs, const Returned *returned, Report *report)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) objectives = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) milestones = g_hash_table_new(g_str_hash, g_str_equal);
  Owners owners = { milestones, objectives, false };
  owners_fill(report, &owners);
  report->risks = record_carry_list(inputs->arena, inputs->plan->risks, &report_risk_spec, &report->record);
  for (guint i = 0; i < report->risks->len; i++) {
    Risk *risk = g_ptr_array_index(report->risks, i);
    risk_complete(risk->initial);
    risk_complete(risk->residual);
    fill_context(inputs->arena, risk, &owners);
    for (guint j = 0; j < risk->treatments->len; j++) {
      Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      join_action(returned, report, &treatment->record, find(returned->treatments, treatment->ref), risk->ref,
                  returned->nameless.treatments, entry_is_again(seen, treatment->ref));
    }
  }
}

static void join_equality(const Inputs *inputs, const Returned *returned, Report *report)
{
  report->equality_actions =
      record_carry_list(inputs->arena, inputs->plan->equality_actions, &report_equality_action_spec, &report->record);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < report->equality_actions->len; i++) {
    EqualityAction *action = g_ptr_array_index(report->equality_actions, i);
    join_action(returned, report, &action->record, find(returned->equality, action->ref), NULL,
                returned->nameless.equality, entry_is_again(seen, action->ref));
  }
}

void items_fill(const Inputs *inputs, const History *history, Report *report)
{
  Returned *returned = returned_new(inputs->arena, inputs->current);
  returned->before = closings_new(inputs->arena, history);
  milestones_fill(inputs, returned, history, report);
  join_indicators(inputs, returned, history, report);
  join_risks(inputs, returned, report);
  join_equality(inputs, returned, report);
  const PlanIndex *index = plan_index_new(inputs->arena, inputs->plan);
  const Threads *threads = threads_new(inputs, history, returned, index);
  strays_fill(inputs, returned, threads, report);
  changes_fill(inputs, history, returned, threads, report);
}
