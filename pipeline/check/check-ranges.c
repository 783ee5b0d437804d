/* Shares of less than nothing or more than everything; bands whose ends have changed places; baselines that are not the
 * outturn of their year. */
#include "check/checks.h"
#include "check/fraction.h"
#include "model/figures.h"
#include <string.h>

/* The title says that the figure is a part of a whole. */
static bool is_share(const Indicator *indicator)
{
  static const char *const beginnings[] = { "percentage of ", "the percentage of ", "% of ",
                                            "proportion of ", "the proportion of ", "share of " };
  g_autofree char *title = indicator->title ? g_utf8_casefold(indicator->title, -1) : g_strdup("");
  for (guint i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_str_has_prefix(title, beginnings[i]))
      return !strstr(title, "change") && !strstr(title, "budget");
  return false;
}

static void check_share(const Checks *c, const Indicator *indicator, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    bool ours = reading->record.source == c->inputs->plan->record.source ||
                (c->inputs->current && reading->record.source == c->inputs->current->record.source);
    bool possible =
        !ours || !reading->number.given ||
        (amount_compare(reading->number.amount, amount_from_int(100)) <= 0 && reading->number.amount.units >= 0);
    if (possible)
      continue;
    g_autofree char *number = amount_format(reading->number.amount, -1);
    g_autofree char *period = period_to_string(reading->period);
    findings_at(c->findings, "A-SHARE", &reading->record, "number",
                "indicator %s is a part of a whole, but its %s for %s is %s%%", indicator->ref,
                reading->record.spec == &report_target_spec ? "target" : "value", period, number);
  }
}

/* "90": what the part of one was to be; caller frees. */
static char *as_percent(Amount part)
{
  Amount percent = part;
  int decimals = part.scale > 2 ? part.scale - 2 : 0;
  return amount_multiply(part, amount_from_int(100), &percent) ? amount_format(percent, decimals) : g_strdup("");
}

/* All targets of a measure that are parts of one are one slip: told at the first. */
static void check_fractions(const Checks *c, const Indicator *indicator, const Measure *measure)
{
  for (guint i = 0; i < measure->targets->len; i++) {
    const Reading *target = g_ptr_array_index(measure->targets, i);
    if (!is_fraction(indicator, measure, target))
      continue;
    const Reading *witness = fraction_witness(measure, target);
    g_autofree char *number = amount_format(target->number.amount, -1), *percent = as_percent(target->number.amount);
    g_autofree char *other = amount_format(witness->number.amount, -1), *period = period_to_string(witness->period);
    Spot spot = { &target->record, "number", &witness->record, "number" };
    findings_add(c->findings, "A-FRACTION", &spot,
                 "indicator %s is in percent, but its target is %s beside %s of %s: is %s%% meant?", indicator->ref,
                 number, other, period, percent);
    return;
  }
}

static void check_measures(const Checks *c, const Indicator *indicator)
{
  for (guint i = 0; is_share(indicator) && i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (indicator_unit(indicator, measure) != UNIT_PERCENT)
      continue;
    check_share(c, indicator, measure->points);
    check_share(c, indicator, measure->targets);
  }
}

static void check_band(const Checks *c, const Indicator *indicator)
{
  if (!indicator->band_low.given || !indicator->band_high.given ||
      amount_compare(indicator->band_low.amount, indicator->band_high.amount) <= 0)
    return;
  g_autofree char *low = amount_format(indicator->band_low.amount, -1);
  g_autofree char *high = amount_format(indicator->band_high.amount, -1);
  findings_at(c->findings, "G-BANDS", &indicator->record, "band-low",
              "indicator %s: the planned band begins at %s and ends at %s", indicator->ref, low, high);
}

/* A baseline and an outturn of the same measure and year are one figure. */
static void check_baselines(const Checks *c, const Indicator *planned)
{
  for (guint i = 0; i < planned->baselines->len; i++) {
    const Reading *baseline = g_ptr_array_index(planned->baselines, i);
    for (guint j = 0; baseline->number.given && j < planned->actuals->len; j++) {
      const Reading *actual = g_ptr_array_index(planned->actuals, j);
      if (!actual->number.given || !period_equal(actual->period, baseline->period) ||
          g_strcmp0(actual->measure, baseline->measure) != 0 ||
          figure_same(actual->number.amount, baseline->number.amount))
        continue;
      g_autofree char *number = amount_format(baseline->number.amount, -1);
      g_autofree char *other = amount_format(actual->number.amount, -1);
      g_autofree char *period = period_to_string(baseline->period);
      Spot spot = { &baseline->record, "number", &actual->record, "number" };
      findings_add(c->findings, "D-BASELINE", &spot,
                   "indicator %s: the baseline of %s is %s, the outturn of that year %s", planned->ref, period, number,
                   other);
    }
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->inputs->plan->indicators->len; i++)
    check_baselines(c, g_ptr_array_index(c->inputs->plan->indicators, i));
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    for (guint j = 0; j < indicator->measures->len; j++)
      check_fractions(c, indicator, g_ptr_array_index(indicator->measures, j));
    check_measures(c, indicator);
    check_band(c, indicator);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "A-FRACTION", LEVEL_WARNING, "arithmetic", "a percentage written as a part of one",
    "A target of 0.90 in percent is less than one in a hundred; every figure would be far beyond it.",
    "Write the percentage, as in 90 for nine of ten." },
  { "A-SHARE", LEVEL_WARNING, "arithmetic", "a part of a whole that is less than nothing or more than everything",
    "A percentage of a whole lies between 0 and 100; beyond it a decimal point has slipped or the unit is another.",
    "Check the figure with its source, and the unit of the indicator." },
  { NULL },
};
/* clang-format on */

const Check check_ranges = { .run = run, .rules = rules };
