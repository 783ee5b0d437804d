/* Rules of a plan: codes once in the file, links to what is in it, years that it covers. */
#include "model/plan.h"
#include "validate/check-figures.h"
#include "validate/check-sections.h"
#include "validate/check.h"
#include "validate/codes.h"
#include "validate/fault.h"

/* What a plan holds, by its codes. */
typedef struct {
  const Plan *plan;
  Codes *objectives, *milestones, *indicators;
  DiagList *diags;
} Check;

static void check_score(const RiskScore *score, DiagList *diags)
{
  if (!score)
    return;
  fault_range(diags, &score->record, "likelihood", score->likelihood, 1, 4);
  fault_range(diags, &score->record, "impact", score->impact, 1, 4);
  fault_range(diags, &score->record, "score", score->score, 1, 16);
}

/* The year is one of the plan's. */
static void check_year(const Check *check, const Milestone *milestone)
{
  Period first = check->plan->from, year = milestone->year;
  fault_year(check->diags, &milestone->record, "year", year);
  if (!period_given(first) || !period_given(year) || check->plan->years < 1)
    return;
  Period last = period_back(period_year(first), 1 - check->plan->years, 0);
  bool after = period_given(last) && period_compare(period_year(year), last) > 0;
  if (period_compare(period_year(year), period_year(first)) >= 0 && !after)
    return;
  g_autofree char *is = period_to_string(year);
  g_autofree char *from = period_to_string(period_year(first));
  g_autofree char *to = period_to_string(last);
  fault_at(check->diags, "R-YEAR", &milestone->record, "year",
           "plan year '%s' is outside the plan, which covers %s to %s", is, from, to);
}

static void gather(Check *check)
{
  for (guint i = 0; i < check->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(check->plan->indicators, i);
    codes_know(check->indicators, indicator->ref);
    for (guint j = 0; j < indicator->previously->len; j++)
      codes_know(check->indicators, g_ptr_array_index(indicator->previously, j));
    for (guint j = 0; j < indicator->also->len; j++)
      codes_know(check->indicators, g_ptr_array_index(indicator->also, j));
  }
  for (guint i = 0; i < check->plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(check->plan->objectives, i);
    codes_know(check->objectives, objective->ref);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      codes_add(check->milestones, milestone->ref, &milestone->record, "ref", check->diags);
    }
  }
}

static void check_objective(const Check *check, const Objective *objective)
{
  check_score(objective->initial, check->diags);
  check_score(objective->residual, check->diags);
  for (guint i = 0; i < objective->indicators->len; i++) {
    const char *code = g_ptr_array_index(objective->indicators, i);
    if (codes_has(check->indicators, code))
      continue;
    g_autofree char *hint = codes_hint(check->indicators, code);
    fault_at_code(check->diags, "R-LINKED", &objective->record, "indicators", code,
                  "linked indicator '%s' is not in this plan%s", code, hint);
  }
  for (guint i = 0; i < objective->milestones->len; i++)
    check_year(check, g_ptr_array_index(objective->milestones, i));
}

/* A target of several years goes from a year to a later one. */
static void check_span(const Check *check, const Reading *target)
{
  if (!period_given(target->until))
    return;
  fault_year(check->diags, &target->record, "until", target->until);
  fault_year(check->diags, &target->record, "period", target->period);
  if (period_given(target->period) && period_compare(target->until, target->period) < 0)
    fault_at(check->diags, "V-RANGE", &target->record, "until", "the last year of the target is before its first");
}

static void check_indicator(const Check *check, const Indicator *indicator)
{
  check_readings(indicator->baselines, indicator->measures, check->diags);
  check_readings(indicator->actuals, indicator->measures, check->diags);
  check_readings(indicator->targets, indicator->measures, check->diags);
  for (guint i = 0; i < indicator->targets->len; i++)
    check_span(check, g_ptr_array_index(indicator->targets, i));
  check_quartiles(indicator->quartiles, indicator->measures, check->diags);
}

static void check_link(const Check *check, const Risk *risk, const char *attribute, const char *code,
                       const Codes *known)
{
  if (!code || codes_has(known, code))
    return;
  g_autofree char *hint = codes_hint(known, code);
  fault_at(check->diags, "R-RISK", &risk->record, attribute, "%s '%s' is not in this plan%s", attribute, code, hint);
}

static void check_risks(const Check *check)
{
  g_autoptr(Codes) treatments = codes_new();
  for (guint i = 0; i < check->plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(check->plan->risks, i);
    check_link(check, risk, "objective", risk->objective, check->objectives);
    check_link(check, risk, "milestone", risk->milestone, check->milestones);
    check_score(risk->initial, check->diags);
    check_score(risk->residual, check->diags);
    for (guint j = 0; j < risk->treatments->len; j++) {
      const Treatment *treatment = g_ptr_array_index(risk->treatments, j);
      codes_add(treatments, treatment->ref, &treatment->record, "ref", check->diags);
    }
  }
}

void file_check_plan(const Record *root, DiagList *diags)
{
  const Plan *plan = (const Plan *)root;
  g_autoptr(Codes) objectives = codes_new();
  g_autoptr(Codes) milestones = codes_new();
  g_autoptr(Codes) indicators = codes_new();
  Check check = { plan, objectives, milestones, indicators, diags };
  fault_year(diags, root, "from", plan->from);
  fault_range(diags, root, "years", plan->years, 1, 5);
  file_check_section_codes(plan->sections, diags);
  gather(&check);
  for (guint i = 0; i < plan->objectives->len; i++)
    check_objective(&check, g_ptr_array_index(plan->objectives, i));
  for (guint i = 0; i < plan->indicators->len; i++)
    check_indicator(&check, g_ptr_array_index(plan->indicators, i));
  check_risks(&check);
}
