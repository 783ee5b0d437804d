/* What targets say of themselves: a bound or a range that asks for another side than the polarity calls better. */
#include "check/checks.h"
#include "model/goal.h"

/* A range up to all there is, or from nothing, asks for no other side: 95 to 100 per cent is 95 or more. */
static bool ends_where_all_ends(const Indicator *indicator, const Reading *target)
{
  const Measure *measure = indicator->measures->len == 1 ? g_ptr_array_index(indicator->measures, 0) : NULL;
  bool percent = indicator_unit(indicator, measure) == UNIT_PERCENT;
  if (!target->to.given)
    return false;
  if (indicator->polarity == POLARITY_HIGHER)
    return percent && amount_compare(target->to.amount, amount_from_int(100)) >= 0;
  return indicator->polarity == POLARITY_LOWER && target->number.amount.units <= 0;
}

static void check_target(const Checks *c, const Indicator *indicator, const Reading *target)
{
  if (!target->number.given || reading_bound_fault(target) || !goal_contradicts(target, indicator->polarity) ||
      ends_where_all_ends(indicator, target))
    return;
  g_autofree char *words = goal_words(target);
  g_autofree char *period = period_to_string(target->period);
  Spot spot = { &target->record, target->to.given ? "to" : "bound", &indicator->record, "polarity" };
  findings_add(c->findings, "R-BOUND", &spot,
               "indicator %s: the target of %s is %s, but %s values are said to be better",
               indicator->ref ? indicator->ref : "without a reference", period, words,
               terms_name(&terms_polarity, indicator->polarity));
}

/* A target that lies outside what the indicator calls on plan, or a range that is another. */
static void check_band(const Checks *c, const Indicator *indicator, const Reading *target)
{
  const OptAmount *low = &indicator->band_low, *high = &indicator->band_high;
  if (!target->number.given || indicator->polarity != POLARITY_PLAN || !low->given || !high->given)
    return;
  const OptAmount *to = target->to.given ? &target->to : &target->number;
  bool inside =
      amount_compare(target->number.amount, low->amount) >= 0 && amount_compare(to->amount, high->amount) <= 0;
  bool same = amount_compare(target->number.amount, low->amount) == 0 && amount_compare(to->amount, high->amount) == 0;
  if (target->to.given ? same : inside)
    return;
  g_autofree char *words = goal_words(target), *period = period_to_string(target->period);
  g_autofree char *from = amount_format(low->amount, -1), *end = amount_format(high->amount, -1);
  Spot spot = { &target->record, "number", &indicator->record, "band-low" };
  findings_add(c->findings, "G-BANDS", &spot,
               "indicator %s: the target of %s is %s, but %s to %s is said to be on plan",
               indicator->ref ? indicator->ref : "without a reference", period, words, from, end);
}

/* A band that counts for nothing. */
static void check_polarity(const Checks *c, const Indicator *indicator)
{
  bool band = indicator->band_low.given || indicator->band_high.given;
  if (!band || indicator->polarity == POLARITY_PLAN || record_is_unread(&indicator->record, "polarity"))
    return;
  findings_at(c->findings, "G-BANDS", &indicator->record, indicator->band_low.given ? "band-low" : "band-high",
              "indicator %s: a band counts only with polarity=\"plan\", and the polarity is %s",
              indicator->ref ? indicator->ref : "without a reference",
              indicator->polarity ? terms_name(&terms_polarity, indicator->polarity) : "not given");
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->inputs->plan->indicators, i);
    check_polarity(c, indicator);
    for (guint j = 0; j < indicator->targets->len; j++) {
      check_target(c, indicator, g_ptr_array_index(indicator->targets, j));
      check_band(c, indicator, g_ptr_array_index(indicator->targets, j));
    }
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
