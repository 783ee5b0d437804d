/* Risks and actions: a risk that its treatment makes greater; treatments and equality actions whose symbol does not fit
 * their due date. */
#include "check/checks.h"

static int weight_of(const RiskScore *risk)
{
  if (!risk)
    return -1;
  return risk_product(risk) > 0 ? risk_product(risk) : risk->score;
}

/* What remains after treatment is no more than what there was before. */
static void check_residual(const Checks *c, const Record *record, const RiskScore *initial, const RiskScore *residual)
{
  int before = weight_of(initial), after = weight_of(residual);
  bool scored = before > 0 && after > 0;
  bool greater = scored ? after > before : initial && residual && initial->level && residual->level > initial->level;
  if (!greater)
    return;
  g_autofree char *name = record_name(record);
  g_autofree char *is = scored ? g_strdup_printf("%d", after) : g_strdup(terms_name(&terms_risk, residual->level));
  g_autofree char *was = scored ? g_strdup_printf("%d", before) : g_strdup(terms_name(&terms_risk, initial->level));
  Spot spot = { &residual->record, NULL, &initial->record, NULL };
  findings_add(c->findings, "A-RESIDUAL", &spot, "%s: the residual risk is %s, more than the initial %s", name, is,
               was);
}

static void check_symbol(const Checks *c, const Record *said, const Record *planned, int rating, Date due)
{
  bool over = date_given(due) && date_compare(due, c->report->to) <= 0;
  bool before = date_given(due) && date_compare(due, c->report->from) < 0;
  bool undue = rating == RATING_NOT_DUE && over, late = rating == RATING_AMBER && before;
  if (!undue && !late)
    return;
  g_autofree char *name = record_name(said);
  g_autofree char *date = date_to_string(due);
  Spot spot = { said, "rating", planned, "due" };
  findings_add(c->findings, undue ? "G-NOT-DUE" : "G-PAST", &spot,
               undue ? "%s is stated not-due, but was due %s"
                     : "%s is amber, but it was due %s: it is achieved or it is not",
               name, date);
}

static void check_returned(const Checks *c, const Return *current)
{
  for (guint i = 0; i < current->treatments->len; i++) {
    const TreatmentProgress *said = g_ptr_array_index(current->treatments, i);
    const Treatment *planned = said->treatment ? g_hash_table_lookup(c->index->treatments, said->treatment) : NULL;
    if (planned)
      check_symbol(c, &said->record, &planned->record, said->rating, planned->due);
  }
  for (guint i = 0; i < current->equality_actions->len; i++) {
    const EqualityProgress *said = g_ptr_array_index(current->equality_actions, i);
    const EqualityAction *planned = said->action ? g_hash_table_lookup(c->index->equality, said->action) : NULL;
    if (planned)
      check_symbol(c, &said->record, &planned->record, said->rating, planned->due);
  }
}

static void run(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    check_residual(c, &objective->record, objective->initial, objective->residual);
  }
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    check_residual(c, &risk->record, risk->initial, risk->residual);
  }
  if (c->inputs->current)
    check_returned(c, c->inputs->current);
}

/* clang-format off */
static const Rule rules[] = {
  { "A-RESIDUAL", LEVEL_WARNING, "arithmetic", "a residual risk greater than the initial one",
    "The residual risk is what remains after treatment, so it is no more than what there was before.",
    "Correct the likelihood, impact or level of one of the two." },
  { NULL },
};
/* clang-format on */

const Check check_treatment = { .run = run, .rules = rules };
