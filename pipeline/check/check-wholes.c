/* Parts without their whole: a year or quarter of which only quarters or months are known, when its figure does not
 * follow from them. */
#include "check/checks.h"
#include "model/kind.h"

/* Whether the period is over as far as its parts are known: its last one is there. */
static bool has_last(const GPtrArray *points, Period whole)
{
  Date last = period_last_day(whole);
  for (guint i = 0; i < points->len; i++) {
    const Reading *point = g_ptr_array_index(points, i);
    if (point->number.given && !period_equal(point->period, whole) &&
        date_compare(period_last_day(point->period), last) == 0)
      return true;
  }
  return false;
}

/* The first figure of a part of the period, or NULL. */
static const Reading *part_of(const GPtrArray *points, Period period)
{
  for (guint i = 0; i < points->len; i++) {
    const Reading *point = g_ptr_array_index(points, i);
    if (point->number.given && period_holds(period, point->period))
      return point;
  }
  return NULL;
}

/* Whether somebody who gave the parts could have given the whole: the plan gives them, or the last one is known. */
static bool is_expected(const Checks *c, const Measure *measure, Period whole)
{
  const Reading *part = part_of(measure->points, whole);
  return part && (part->record.source == c->inputs->plan->record.source || has_last(measure->points, whole));
}

static const char *why(const Indicator *indicator)
{
  switch (kind_row(indicator->kind)->whole) {
  case WHOLE_QUOTIENT:
    return "an average of averages is none: it follows only from numerators and denominators";
  case WHOLE_SUM:
    return "one of the parts that make it is missing";
  case WHOLE_UNKNOWN:
    return "the plan does not say what kind of value it is";
  case WHOLE_LAST:
  case WHOLE_ITSELF:
    break;
  }
  return "its last part is missing";
}

static void check_period(const Checks *c, const Indicator *indicator, const Measure *measure, Period whole)
{
  const Reading *part = part_of(measure->points, whole);
  if (!part)
    return;
  g_autofree char *name = period_to_string(whole);
  g_autofree char *known = period_to_string(part->period);
  const char *label = part->label;
  findings_at(c->findings, "C-PARTS", &part->record, "period",
              "indicator %s%s%s: of %s only parts are known (%s ...), and its figure does not follow from them: %s",
              indicator->ref, label ? ", " : "", label ? label : "", name, known, why(indicator));
}

static void run(const Checks *c)
{
  Period last_year = period_back(period_year(c->report->period), 1, 0);
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    for (guint k = 0; k < indicator->measures->len; k++) {
      const Measure *measure = g_ptr_array_index(indicator->measures, k);
      if (!measure->actual && is_expected(c, measure, last_year))
        check_period(c, indicator, measure, last_year);
      if (measure->value->state == STATE_NOT_SUPPLIED)
        check_period(c, indicator, measure, c->report->period);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "C-PARTS", LEVEL_WARNING, "coverage", "a year or quarter of which only parts are known",
    "A part is never printed as the whole, so that the report shows no figure for it.",
    "Give the figure of the whole period, the parts that are missing, or the kind of value in the plan." },
  { NULL },
};
/* clang-format on */

const Check check_wholes = { .run = run, .rules = rules };
