/* Figures that should be held against each other and cannot be, because they are of different kinds of periods. */
#include "check/checks.h"

/* The value is rated by nothing, although the plan has a target. */
static void check_measure(const Checks *c, const Indicator *indicator, const Measure *measure)
{
  const Reading *value = measure->value, *target = measure->target;
  int begins = c->report->period.begins;
  if (!target || measure->goal || !value->number.given || !target->number.given)
    return;
  bool own = period_is_own(value->period, begins) && period_is_own(target->period, begins);
  bool within = !period_is_own(value->period, begins) && period_has_day(target->period, period_last_day(value->period));
  if (own || within || period_equal(value->period, target->period))
    return;
  g_autofree char *of = period_to_string(value->period), *aim = period_to_string(target->period);
  const char *label = value->label;
  Spot spot = { &value->record, "period", &target->record, "period" };
  findings_add(c->findings, "R-PERIOD", &spot,
               "indicator %s%s%s: the value is of %s, and is not held against the target, which is of %s",
               indicator->ref, label ? ", " : "", label ? label : "", of, aim);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    for (guint k = 0; k < indicator->measures->len; k++)
      check_measure(c, indicator, g_ptr_array_index(indicator->measures, k));
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "R-PERIOD", LEVEL_NOTE, "references", "value and target are of periods that have nothing to do with each other",
    "A value is held against the target of its own period, or of the year in which its period ends; 2010 is a calendar "
    "year, 2010-11 one of the council's.",
    "Give the target for the period of the value; if one of them was meant for the council's year, write that." },
  { NULL },
};
/* clang-format on */

const Check check_periods = { .run = run, .rules = rules };
