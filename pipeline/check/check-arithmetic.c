/* Arithmetic of indicators and risks: values that are printed beside what they are made of. */
#include "check/checks.h"
#include "model/figures.h"

/* A printed value must be the rounded quotient of its parts. */
static void check_ratio(const Checks *c, const Reading *reading, const Indicator *indicator)
{
  if (!reading->number.given || !reading->numerator.given || !reading->denominator.given)
    return;
  int unit = indicator_unit(indicator, plan_index_measure(c->index, indicator, reading->measure));
  g_autofree char *above = amount_format(reading->numerator.amount, -1);
  g_autofree char *below = amount_format(reading->denominator.amount, -1);
  g_autofree char *printed = amount_format(reading->number.amount, -1);
  Amount exact, half;
  if (amount_is_zero(reading->denominator.amount)) {
    findings_at(c->findings, "A-RATIO", &reading->record, "denominator", "indicator %s: %s of 0 cannot be %s",
                indicator->ref, above, printed);
    return;
  }
  if (!figure_ratio(reading->numerator.amount, reading->denominator.amount, unit, &exact) ||
      !amount_divide(figure_step(reading->number.amount.scale), amount_from_int(2), AMOUNT_MAX_SCALE, &half) ||
      figure_close(exact, reading->number.amount, half))
    return;
  g_autofree char *rounded = amount_format(amount_round(exact, reading->number.amount.scale), -1);
  const char *sign = unit == UNIT_PERCENT ? "%" : "";
  findings_at(c->findings, "A-RATIO", &reading->record, "number", "indicator %s: %s / %s = %s%s, printed %s%s",
              indicator->ref, above, below, rounded, sign, printed, sign);
}

static void check_readings(const Checks *c, const GPtrArray *readings, const Indicator *planned)
{
  for (guint i = 0; i < readings->len; i++)
    check_ratio(c, g_ptr_array_index(readings, i), planned);
}

static void check_indicators(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(c->inputs->plan->indicators, i);
    const IndicatorProgress *said = planned->ref ? g_hash_table_lookup(c->returned->indicators, planned->ref) : NULL;
    check_readings(c, planned->baselines, planned);
    check_readings(c, planned->actuals, planned);
    check_readings(c, planned->targets, planned);
    if (said)
      check_readings(c, said->values, planned);
  }
}

static int level_of(int score)
{
  return score <= 4 ? RISK_LOW : score <= 10 ? RISK_MEDIUM : RISK_HIGH;
}

/* Likelihood x impact; the level that belongs to it. */
static void check_score(const Checks *c, const Record *owner, const RiskScore *risk)
{
  if (!risk)
    return;
  int score = risk->score;
  g_autofree char *name = record_name(owner);
  const char *label = risk->record.spec->label;
  int product = risk_product(risk);
  if (product > 0) {
    if (score > 0 && score != product)
      findings_at(c->findings, "A-SCORE", &risk->record, "score", "%s, %s: likelihood %d × impact %d = %d, printed %d",
                  name, label, risk->likelihood, risk->impact, product, score);
    score = product;
  }
  if (score > 0 && risk->level != RISK_NONE && risk->level != level_of(score))
    findings_at(c->findings, "A-LEVEL", &risk->record, "level", "%s, %s: a score of %d is %s, printed %s", name, label,
                score, terms_name(&terms_risk, level_of(score)), terms_name(&terms_risk, risk->level));
}

static void check_scores(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    check_score(c, &objective->record, objective->initial);
    check_score(c, &objective->record, objective->residual);
  }
  for (guint i = 0; i < plan->risks->len; i++) {
    const Risk *risk = g_ptr_array_index(plan->risks, i);
    check_score(c, &risk->record, risk->initial);
    check_score(c, &risk->record, risk->residual);
  }
}

static void run(const Checks *c)
{
  check_indicators(c);
  check_scores(c);
}

/* clang-format off */
static const Rule rules[] = {
  { "A-LEVEL", LEVEL_WARNING, "arithmetic", "the level of a risk is not that of its score",
    "A score of 1 to 4 is low, 5 to 10 medium and 11 to 16 high; a level beside another score misleads.",
    "Correct the level or the likelihood and impact in the plan." },
  { "A-RATIO", LEVEL_ERROR, "arithmetic", "a value is not its numerator divided by its denominator",
    "The value must be the rounded quotient (times 100 for percent, times 1,000 for per 1,000), to the decimals printed.",
    "Correct the value, the numerator or the denominator." },
  { "A-SCORE", LEVEL_ERROR, "arithmetic", "a risk score is not likelihood times impact",
    "The score decides whether a risk is high and must be reported on.",
    "Correct the score, the likelihood or the impact in the plan." },
  { NULL },
};
/* clang-format on */

const Check check_arithmetic = { .run = run, .rules = rules };
