/* Withheld figures that somebody can work out: from the parts or the whole of their period, or from another document
 * that tells them. (From a total among measures: check-totals.) */
#include "check/checks.h"
#include "facts/also.h"
#include "model/kind.h"

static bool is_withheld(const Reading *reading)
{
  return reading && reading->state == STATE_SUPPRESSED;
}

static bool is_told(const Reading *reading)
{
  return reading && reading->number.given && !state_is_without_figure(reading->state);
}

static void report(const Checks *c, const Indicator *indicator, const Measure *measure, const Reading *withheld,
                   const Reading *other, const char *how)
{
  g_autofree char *period = period_to_string(withheld->period);
  const char *label = indicator->measures->len > 1 ? measure_name(measure) : NULL;
  Spot spot = { &withheld->record, "state", other ? &other->record : NULL, "number" };
  findings_add(c->findings, "D-WITHHELD", &spot, "indicator %s%s%s: the figure of %s is withheld, but %s",
               indicator->ref ? indicator->ref : "without a reference", label ? ", " : "", label ? label : "", period,
               how);
}

/* ---- in time ---------------------------------------------------------------------------------------------------- */

/* One period and the parts that make it: exactly one of them all is withheld, and the others are told. */
static void check_sum(const Checks *c, const Indicator *indicator, const Measure *measure, Period whole)
{
  Period periods[PERIOD_PARTS];
  guint n = period_parts(whole, periods), hidden = 0, told = 0;
  const Reading *all = reading_at(measure->points, whole), *withheld = NULL;
  for (guint i = 0; i <= n; i++) {
    const Reading *figure = i < n ? reading_at(measure->points, periods[i]) : all;
    withheld = is_withheld(figure) ? figure : withheld;
    hidden += is_withheld(figure);
    told += is_told(figure);
  }
  if (n > 0 && hidden == 1 && told == n)
    report(c, indicator, measure, withheld, withheld == all ? NULL : all,
           withheld == all ? "its parts, which add up to it, are told"
                           : "that of the whole and those of the other parts are told, which add up with it");
}

/* Of what runs up or is taken at its end the last part is the whole. */
static void check_last(const Checks *c, const Indicator *indicator, const Measure *measure, Period whole)
{
  Period periods[PERIOD_PARTS];
  guint n = period_parts(whole, periods);
  const Reading *all = reading_at(measure->points, whole);
  const Reading *last = n > 0 ? reading_at(measure->points, periods[n - 1]) : NULL;
  if (is_withheld(all) && is_told(last))
    report(c, indicator, measure, all, last, "that of its last part, which is the same, is told");
  if (is_withheld(last) && is_told(all))
    report(c, indicator, measure, last, all, "that of the whole that it ends, which is the same, is told");
}

/* All of the whole and its parts must be known, so that the whole is among the points. */
static void check_other_periods(const Checks *c, const Indicator *indicator, const Measure *measure)
{
  WholeOf by = kind_row(indicator->kind)->whole;
  for (guint i = 0; i < measure->points->len; i++) {
    Period whole = ((const Reading *)g_ptr_array_index(measure->points, i))->period;
    if (by == WHOLE_SUM)
      check_sum(c, indicator, measure, whole);
    else if (by == WHOLE_LAST)
      check_last(c, indicator, measure, whole);
  }
}

/* ---- in other documents ----------------------------------------------------------------------------------------- */

/* The figure of the same measure and period among readings, or NULL. */
static const Reading *told_among(const GPtrArray *readings, const Indicator *indicator, const Measure *measure,
                                 Period period, Period own)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    Period when = period_given(reading->period) ? reading->period : own;
    if (is_told(reading) && period_equal(when, period) && indicator_owns(indicator, measure, reading))
      return reading;
  }
  return NULL;
}

static void check_document(const Checks *c, const Indicator *indicator, const Measure *measure, const Reading *withheld,
                           const Reading *told)
{
  if (!told || told->record.source == withheld->record.source)
    return;
  g_autofree char *how =
      g_strdup_printf("it stands in %s", told->record.source ? told->record.source->path : "another document");
  report(c, indicator, measure, withheld, told, how);
}

/* What a document of the past says of the indicator. */
static const GPtrArray *readings_in(const Checks *c, const Past *past, const Indicator *indicator)
{
  const Record *item = past_indicator(past, indicator);
  GPtrArray *readings = arena_list(c->inputs->arena);
  if (item)
    past_readings(c->inputs->arena, past, item, readings);
  return readings;
}

static void check_documents(const Checks *c, const Indicator *indicator, const Measure *measure,
                            const Reading *withheld, const GPtrArray *others)
{
  const Period none = { 0 };
  for (guint i = 0; i < c->history->past->len; i++) {
    const GPtrArray *readings = readings_in(c, g_ptr_array_index(c->history->past, i), indicator);
    check_document(c, indicator, measure, withheld, told_among(readings, indicator, measure, withheld->period, none));
  }
  for (guint i = 0; others && i < others->len; i++) {
    const Record *other = g_ptr_array_index(others, i);
    g_autoptr(GPtrArray) readings = also_values(other);
    check_document(c, indicator, measure, withheld,
                   told_among(readings, indicator, measure, withheld->period, also_period(other)));
  }
  check_document(c, indicator, measure, withheld,
                 told_among(measure->actuals, indicator, measure, withheld->period, none));
}

/* What an earlier document withheld, and the measure that owns it tells now. */
static void check_told_now(const Checks *c, const Indicator *indicator, const Reading *withheld)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    bool owns = indicator_owns(indicator, measure, withheld);
    const Reading *told = owns ? reading_at(measure->points, withheld->period) : NULL;
    if (is_told(told))
      check_document(c, indicator, measure, withheld, told);
  }
}

static void check_given(const Checks *c, const Indicator *indicator)
{
  for (guint i = 0; i < c->history->past->len; i++) {
    const GPtrArray *readings = readings_in(c, g_ptr_array_index(c->history->past, i), indicator);
    for (guint k = 0; k < readings->len; k++)
      if (is_withheld(g_ptr_array_index(readings, k)))
        check_told_now(c, indicator, g_ptr_array_index(readings, k));
  }
}

static void run(const Checks *c)
{
  const Also *also = also_new(c->inputs);
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    const GPtrArray *others = also_find(also, indicator);
    check_given(c, indicator);
    for (guint k = 0; k < indicator->measures->len; k++) {
      const Measure *measure = g_ptr_array_index(indicator->measures, k);
      check_other_periods(c, indicator, measure);
      for (guint j = 0; j < measure->points->len; j++)
        if (is_withheld(g_ptr_array_index(measure->points, j)))
          check_documents(c, indicator, measure, g_ptr_array_index(measure->points, j), others);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "D-WITHHELD", LEVEL_ERROR, "agreement", "a withheld figure that other periods or documents tell",
    "Who knows the year and three of its quarters knows the fourth; what an earlier or another document tells is known.",
    "Withhold a second part, or the whole; of a figure that was published ask who may change that." },
  { NULL },
};
/* clang-format on */

const Check check_withheld = { .run = run, .rules = rules };
