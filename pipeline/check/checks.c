/* The table of families of checks. */
#include "check/checks.h"
#include "check/accept.h"
#include "check/sums.h"
#include "record/record-walk.h"

static const Check *const families[] = {
  &check_agreement,  &check_answers,    &check_arithmetic,  &check_belonging,  &check_blanks,     &check_bounds,
  &check_by_quarter, &check_claims,     &check_comments,    &check_counts,     &check_coverage,   &check_dates,
  &check_figures,    &check_grades,     &check_key,         &check_links,      &check_movement,   &check_own,
  &check_papers,     &check_periods,    &check_wholes,      &check_withheld,   &check_plan,       &check_pools,
  &check_progress,   &check_quoted,     &check_ranges,      &check_rating,     &check_recalled,   &check_references,
  &check_repeats,    &check_said,       &check_sections,    &check_spending,   &check_statements, &check_states,
  &check_thread,     &check_times,      &check_told,        &check_totals,     &check_tone,       &check_treatment,
  &check_units,      &check_unknown,    &check_wording,     &check_interval,   &check_superseded, &check_leaks,
  &check_tense,      &check_year_words, &check_pointers,    &check_tables,     &check_sums_told,  &check_row_changes,
  &check_slipped,    &check_plan_order, &check_outstanding, &check_officers,   &check_rows,       &check_rates,
  &check_also,       &check_things,     &check_possible,    &check_plan_years,
};

static void visit_list(const Checks *c, const Indicator *planned, const GPtrArray *readings, ReadingVisit visit)
{
  for (guint i = 0; i < readings->len; i++)
    visit(c, planned, g_ptr_array_index(readings, i));
}

void checks_each_reading(const Checks *c, ReadingVisit visit)
{
  const GPtrArray *indicators = c->inputs->plan->indicators;
  for (guint i = 0; i < indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(indicators, i);
    const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(c->returned->indicators, planned->ref) : NULL;
    visit_list(c, planned, planned->actuals, visit);
    visit_list(c, planned, planned->targets, visit);
    if (said)
      visit_list(c, planned, said->values, visit);
  }
}

void checks_add_rules(void)
{
  rules_add(rules_accept);
  rules_add(rules_sums);
  for (guint i = 0; i < G_N_ELEMENTS(families); i++)
    if (families[i]->rules)
      rules_add(families[i]->rules);
}

bool checks_may_be(const Checks *checks, const Spec *spec)
{
  return g_hash_table_contains(checks->nameless, spec);
}

static void note_nameless(const Record *item, void *nameless)
{
  const Field *code = spec_field(item->spec, "ref");
  bool unit = item->spec == &own_unit_spec && ((const OwnUnit *)item)->ref == UNIT_NOT_READABLE; /* settled */
  if (unit || (code && field_is_unread(item, code)))
    g_hash_table_add(nameless, (gpointer)item->spec);
}

static GHashTable *nameless_of(const Inputs *inputs)
{
  GHashTable *nameless = g_hash_table_new(NULL, NULL);
  arena_own(inputs->arena, nameless, (GDestroyNotify)g_hash_table_unref);
  const Record *const roots[] = { &inputs->plan->record, &inputs->framework->record };
  for (guint i = 0; i < G_N_ELEMENTS(roots); i++)
    if (roots[i]->unread_within)
      record_walk(roots[i], note_nameless, nameless);
  return nameless;
}

static void run_all(const Checks *checks)
{
  for (guint i = 0; i < G_N_ELEMENTS(families); i++)
    families[i]->run(checks);
}

FindingList *check_report(const Inputs *inputs, const Report *report, DiagList *diags)
{
  Arena *arena = inputs->arena;
  const History *history = history_new(inputs);
  Returned *returned = returned_new(arena, inputs->current);
  returned->before = closings_new(arena, history);
  const PlanIndex *index = plan_index_new(arena, inputs->plan);
  const FactTable *facts = facts_new(inputs, history, returned, true);
  Checks checks = {
    .inputs = inputs,
    .history = history,
    .returned = returned,
    .index = index,
    .threads = threads_new(inputs, history, returned, index),
    .facts = facts,
    .report = report,
    .speeches = speeches_new(facts, report),
    .nameless = nameless_of(inputs),
    .findings = findings_new(arena, inputs->framework, inputs->period),
  };
  checks.words = words_new(facts, checks.speeches);
  run_all(&checks);
  if (inputs->accepted)
    accept_findings(inputs, checks.findings);
  FindingList *list = record_new(arena, &finding_list_spec, NULL);
  list->service = report->service;
  list->period = report->period;
  list->findings = findings_finish(checks.findings, &list->record);
  findings_to_diags(checks.findings, diags);
  return list;
}
