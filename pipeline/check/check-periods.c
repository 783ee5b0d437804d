/* Figures that should be held against each other and cannot be, because they are of different kinds of periods. */
#include "check/checks.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/rate.h"

/* The value is rated by nothing, although the plan has a target; false: they are not of such periods. */
static bool check_measure(const Checks *c, const Indicator *indicator, const Measure *measure)
{
  const Reading *value = measure->value, *target = measure->target;
  int begins = c->report->period.begins;
  if (!target || measure->goal || !value->number.given || !target->number.given)
    return false;
  bool own = period_is_own(value->period, begins) && period_is_own(target->period, begins);
  bool within = !period_is_own(value->period, begins) && period_has_day(target->period, period_last_day(value->period));
  if (own || within || period_equal(value->period, target->period))
    return false;
  g_autofree char *of = period_to_string(value->period), *aim = period_to_string(target->period);
  const char *label = value->label;
  Spot spot = { &value->record, "period", &target->record, "period" };
  findings_add(c->findings, "R-PERIOD", &spot,
               "indicator %s%s%s: the value is of %s, and is not held against the target, which is of %s",
               indicator->ref, label ? ", " : "", label ? label : "", of, aim);
  return true;
}

/* Two figures of one day that are not the same: one of them corrects the other, or has the wrong day. */
static void check_day(const Checks *c, const Indicator *indicator, const Measure *measure)
{
  const Reading *value = measure->value;
  for (guint i = 0; date_given(value->as_at) && value->number.given && i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    if (!point->number.given || period_equal(point->period, value->period) ||
        date_compare(point->as_at, value->as_at) != 0 || goal_same(point, value))
      continue;
    g_autofree char *is = figure_text(&value->number), *was = figure_text(&point->number);
    g_autofree char *day = date_to_string(value->as_at), *period = period_to_string(point->period);
    Spot spot = { &value->record, "as-at", &point->record, "as-at" };
    findings_add(c->findings, "R-DAY", &spot, "indicator %s: %s as at %s, but %s, given for %s, is of the same day",
                 indicator->ref ? indicator->ref : indicator->title, is, day, was, period);
    return;
  }
}

/* Appends the periods of the targets. *ret_parts: whether one is not of a year of the council's, of which everybody
 * knows when it counts. */
static void add_aims(GString *out, const GPtrArray *targets, int begins, bool *ret_parts)
{
  for (guint i = 0; i < targets->len; i++) {
    const Reading *target = g_ptr_array_index(targets, i);
    g_autofree char *period = period_to_string(target->period);
    if (reading_hides_figure(target) || !period_given(target->period))
      continue;
    *ret_parts |= target->period.kind != PERIOD_YEAR || !period_is_own(target->period, begins);
    g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", period);
  }
}

/* Whether it has a figure, and neither a symbol nor a rule that gives one. */
static bool is_unrated(const Indicator *indicator, const Measure *measure)
{
  const Reading *value = measure->value;
  int shown = indicator->measures->len > 1 ? measure->rating : indicator->rating;
  bool figure = reading_has_figure(value) && !state_is_without_figure(value->state);
  return figure && !rating_is_symbol(shown) && !rating_is_symbol(measure->computed);
}

/* The plan has targets, and the row that shows the value has no symbol: why. */
static void check_unrated(const Checks *c, const Indicator *indicator, const Measure *measure)
{
  const RatingRule *rule = framework_rating_rule(c->inputs->framework, indicator->rule);
  bool by_figures = rule && rule->method != METHOD_MANUAL && indicator->polarity != POLARITY_CONTEXT, parts = false;
  g_autoptr(GString) aims = g_string_new(NULL);
  add_aims(aims, measure->targets, c->report->period.begins, &parts);
  add_aims(aims, measure->profiles, c->report->period.begins, &parts);
  bool within = measure->value->lower.given && aims->len > 0;
  if (!indicator->rule_words || !by_figures || !(parts || within))
    return;
  g_autofree char *period = period_to_string(measure->value->period);
  g_autofree char *none = g_strdup_printf("none of its targets counts for %s", period);
  Spot spot = { &measure->value->record, NULL, &indicator->record, NULL };
  findings_add(c->findings, "C-UNRATED", &spot, "indicator %s is not rated: %s; the plan has targets of %s",
               indicator->ref ? indicator->ref : indicator->title,
               g_str_equal(indicator->rule_words, "no target") ? none : indicator->rule_words, aims->str);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    const Measure *unrated = NULL;
    for (guint k = 0; k < indicator->measures->len; k++) {
      const Measure *measure = g_ptr_array_index(indicator->measures, k);
      check_day(c, indicator, measure);
      if (!check_measure(c, indicator, measure) && !unrated && is_unrated(indicator, measure))
        unrated = measure;
    }
    if (unrated)
      check_unrated(c, indicator, unrated);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "R-PERIOD", LEVEL_NOTE, "references", "value and target are of periods that have nothing to do with each other",
    "A value is held against the target of its own period, or of the year in which its period ends; 2010 is a calendar "
    "year, 2010-11 one of the council's.",
    "Give the target for the period of the value; if one of them was meant for the council's year, write that." },
  { "R-DAY", LEVEL_NOTE, "references", "two figures of one day that are not the same",
    "A figure as at 31 December is one figure, for whichever period it is reported; a chart draws it once, as it was told last.",
    "Correct the as-at date that is wrong; a corrected figure has flags=\"revised\"." },
  { "C-UNRATED", LEVEL_NOTE, "coverage", "a row has targets and is not rated",
    "A sum that runs up is held against the target of its own quarter where the rule has use-profile=\"yes\", and against "
    "the year's at the year's end, or when that is met or missed for certain; a flow against the target of its own period.",
    "Give a target for the period of the value, or write use-profile=\"yes\" on the rating rule; if it shall not be rated, nothing need be done." },
  { NULL },
};
/* clang-format on */

const Check check_periods = { .run = run, .rules = rules };
