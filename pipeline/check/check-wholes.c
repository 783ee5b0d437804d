/* Parts that contradict their whole, and parts without it: a year or quarter of which only quarters or months are
 * known, when its figure does not follow from them. */
#include "check/checks.h"
#include "model/figures.h"
#include "model/kind.h"
#include "model/whole.h"

/* Whether the period is over as far as its parts are known: its last one is there. */
static bool has_last(const GPtrArray *points, Period whole)
{
  Date last = period_last_day(whole);
  for (guint i = 0; i < points->len; i++) {
    const Reading *point = g_ptr_array_index(points, i);
    if (point->number.given && !period_equal(point->period, whole) && period_is_own(point->period, whole.begins) &&
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
    if (point->number.given && period_is_own(point->period, period.begins) && period_holds(period, point->period))
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

/* Whether all parts of the period that are known count nothing of nothing. */
static bool counts_nothing(const Measure *measure, Period whole)
{
  bool any = false;
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    if (!period_holds(whole, point->period) || period_equal(whole, point->period))
      continue;
    if (!point->denominator.given || !amount_is_zero(point->denominator.amount))
      return false;
    any = true;
  }
  return any;
}

/* Whether the figure of a part of the period is of a day outside that part. */
static bool any_of_other_day(const Measure *measure, Period whole)
{
  bool any = false;
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    any |= period_holds(whole, point->period) && reading_is_of_other_day(point);
  }
  return any;
}

static const char *why(const Indicator *indicator, const Measure *measure, Period whole)
{
  switch (kind_row(indicator->kind)->whole) {
  case WHOLE_QUOTIENT:
    if (counts_nothing(measure, whole))
      return "its parts are 0 of 0, of which nothing can be said";
    return "an average of averages is none: it follows only from numerators and denominators";
  case WHOLE_SUM:
    return any_of_other_day(measure, whole) ? "the figure of a part is as at a day outside it"
                                            : "one of the parts that make it is missing";
  case WHOLE_UNKNOWN:
    return "the plan does not say what kind of value it is";
  case WHOLE_LAST:
  case WHOLE_ITSELF:
    break;
  }
  return "its last part is missing";
}

/* Whether all that is known of an earlier period is what the report's own is compared with: the same part of that year.
 */
static bool is_only_compared(const Checks *c, const Measure *measure, Period whole)
{
  Period now = c->report->period;
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    Period part = point->period;
    if (!point->number.given || !period_is_own(part, whole.begins) || !period_holds(whole, part))
      continue;
    int years = period_year(now).year - period_year(part).year;
    if (now.kind == PERIOD_YEAR || years < 1 || !period_holds(period_back(now, years, 0), part))
      return false;
  }
  return true;
}

static void check_period(const Checks *c, const Indicator *indicator, const Measure *measure, Period whole)
{
  const Reading *part = part_of(measure->points, whole);
  if (!part || is_only_compared(c, measure, whole))
    return;
  g_autofree char *name = period_to_string(whole);
  g_autofree char *known = period_to_string(part->period);
  const char *label = part->label;
  findings_at(c->findings, "C-PARTS", &part->record, "period",
              "indicator %s%s%s: of %s only parts are known (%s ...), and its figure does not follow from them: %s",
              indicator->ref, label ? ", " : "", label ? label : "", name, known, why(indicator, measure, whole));
}

/* ---- parts and whole that are two figures ------------------------------------------------------------------------ */

static bool is_ours(const Checks *c, const Reading *reading)
{
  return reading->record.source == c->inputs->plan->record.source ||
         (c->inputs->current && reading->record.source == c->inputs->current->record.source);
}

/* Early and calculated figures are allowed to differ. */
static bool is_firm(const Reading *reading)
{
  guint loose = 1u << FLAG_ESTIMATE | 1u << FLAG_PROVISIONAL | 1u << FLAG_FORECAST | 1u << FLAG_REVISED;
  return reading->number.given && !(reading->flags & loose);
}

/* The same, but for what the rounding of parts can make. */
static bool agrees(const Reading *whole, const Reading *printed, int unit)
{
  guint scale = MAX(whole->number.amount.scale, printed->number.amount.scale);
  Amount most = unit == UNIT_COUNT ? amount_from_int(0) : figure_step(scale), twice;
  return figure_same(whole->number.amount, printed->number.amount) ||
         (amount_add(most, most, &twice) && figure_close(whole->number.amount, printed->number.amount, twice));
}

/* What the period's figure would be if it had been given by its parts alone, or NULL. */
static const Reading *of_parts(const Checks *c, const Indicator *indicator, const Measure *measure, Period period)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new();
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    bool made = point->flags & 1u << FLAG_CALCULATED;
    if (!made && !period_equal(point->period, period))
      g_ptr_array_add(others, (gpointer)point);
  }
  return whole_reading(c->inputs->arena, others, kind_row(indicator->kind), indicator_unit(indicator, measure), period);
}

static void check_whole(const Checks *c, const Indicator *indicator, const Measure *measure, const Reading *printed)
{
  WholeOf by = kind_row(indicator->kind)->whole;
  bool kept = by == WHOLE_LAST || by == WHOLE_SUM || by == WHOLE_QUOTIENT;
  if (!kept || !is_firm(printed) || (printed->flags & 1u << FLAG_CALCULATED) || printed->period.kind == PERIOD_MONTH)
    return;
  const Reading *whole = of_parts(c, indicator, measure, printed->period);
  bool told = whole && by == WHOLE_LAST && printed->period.kind == PERIOD_YEAR &&
              whole->record.source != printed->record.source; /* by the agreement of documents */
  if (!whole || told || !is_firm(whole) || !(is_ours(c, whole) || is_ours(c, printed)) ||
      agrees(whole, printed, indicator_unit(indicator, measure)))
    return;
  g_autofree char *name = period_to_string(printed->period);
  g_autofree char *made = amount_format(whole->number.amount, -1);
  g_autofree char *is = amount_format(printed->number.amount, -1);
  const char *label = printed->label;
  Spot spot = { &printed->record, "number", &whole->record, "number" };
  findings_add(c->findings, "A-WHOLE", &spot, "indicator %s%s%s: the parts of %s make %s, and its own figure is %s",
               indicator->ref, label ? ", " : "", label ? label : "", name, made, is);
}

static void run(const Checks *c)
{
  Period last_year = period_back(period_year(c->report->period), 1, 0);
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    for (guint k = 0; k < indicator->measures->len; k++) {
      const Measure *measure = g_ptr_array_index(indicator->measures, k);
      for (guint j = 0; j < measure->points->len; j++)
        check_whole(c, indicator, measure, g_ptr_array_index(measure->points, j));
      if (!measure->actual && is_expected(c, measure, last_year))
        check_period(c, indicator, measure, last_year);
      if (measure->value->state == STATE_NOT_SUPPLIED || measure->value->state == STATE_PARTS_ONLY)
        check_period(c, indicator, measure, c->report->period);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "A-WHOLE", LEVEL_ERROR, "arithmetic", "a period's figure is not what its parts make",
    "Months make their quarter and quarters their year as the kind of value says: the last one, the sum, or the sums of numerators and "
    "denominators. One of the two figures is wrong.",
    "Correct the part or the whole, or the kind of value in the plan; an early figure carries a flag." },
  { "C-PARTS", LEVEL_WARNING, "coverage", "a year or quarter of which only parts are known",
    "A part is never printed as the whole, so that the report shows no figure for it.",
    "Give the figure of the whole period, the parts that are missing, or the kind of value in the plan." },
  { NULL },
};
/* clang-format on */

const Check check_wholes = { .run = run, .rules = rules };
