/* What targets say of themselves: a bound or a range that asks for another side than the polarity calls better. */
#include "check/checks.h"
#include "model/goal.h"

static void check_target(const Checks *c, const Indicator *indicator, const Reading *target)
{
  if (!target->number.given || reading_bound_fault(target) || !goal_contradicts(target, indicator->polarity))
    return;
  g_autofree char *words = goal_words(target);
  g_autofree char *period = period_to_string(target->period);
  Spot spot = { &target->record, target->to.given ? "to" : "bound", &indicator->record, "polarity" };
  findings_add(c->findings, "R-BOUND", &spot,
               "indicator %s: the target of %s is %s, but %s values are said to be better",
               indicator->ref ? indicator->ref : "without a reference", period, words,
               terms_name(&terms_polarity, indicator->polarity));
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->inputs->plan->indicators, i);
    for (guint j = 0; j < indicator->targets->len; j++)
      check_target(c, indicator, g_ptr_array_index(indicator->targets, j));
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "R-BOUND", LEVEL_WARNING, "references", "a target asks for another side than the polarity",
    "Where \"less than 5\" stands beside \"higher is better\", nobody can tell which is meant: the value is not rated. In a range the "
    "values inside are best; beyond its end nothing is said.",
    "Correct the bound or the polarity; for a range write polarity=\"plan\"." },
  { NULL },
};
/* clang-format on */

const Check check_bounds = { .run = run, .rules = rules };
