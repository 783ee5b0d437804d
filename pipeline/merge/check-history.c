/* The history that a return gives beside this period's value: cumulative figures that fall within a year, a figure far
 * from both its neighbours. */
#include "merge/checks.h"
#include "merge/figures.h"

/* A point that this return or plan states; earlier documents had their own checks. */
static bool is_ours(const Checks *c, const Reading *point)
{
  return c->inputs->current && point->record.source == c->inputs->current->record.source;
}

static void report(const Checks *c, const char *id, const Indicator *indicator, const Reading *point,
                   const Reading *other, const char *what)
{
  g_autofree char *number = amount_format(point->number.amount, -1);
  g_autofree char *period = period_to_string(point->period);
  g_autofree char *against = amount_format(other->number.amount, -1);
  g_autofree char *when = period_to_string(other->period);
  Spot spot = { &point->record, "number", &other->record, "number" };
  findings_add(c->findings, id, &spot, "indicator %s: %s for %s %s %s of %s", indicator->ref, number, period, what,
               against, when);
}

static bool is_next(const Reading *before, const Reading *after)
{
  return period_equal(period_back(after->period, 0, 1), before->period) && before->number.given && after->number.given;
}

static bool is_early(const Reading *reading)
{
  return reading->flags & (1u << FLAG_ESTIMATE | 1u << FLAG_PROVISIONAL | 1u << FLAG_FORECAST | 1u << FLAG_REVISED);
}

/* Only what lies before this period's value, which has a check of its own. */
static void check_growth(const Checks *c, const Indicator *indicator, const Reading *before, const Reading *after)
{
  bool same_year = before->period.year == after->period.year;
  if (!same_year || is_early(before) || is_early(after) || before->number.amount.units < 0 ||
      (!is_ours(c, before) && !is_ours(c, after)) || period_equal(after->period, c->report->period) ||
      amount_compare(after->number.amount, before->number.amount) >= 0)
    return;
  report(c, "M-SHRINKS", indicator, after, before, "is less than the");
}

/* Away by more than the limit of M-JUMP, in percent of the neighbour. */
static bool is_far(const Checks *c, const Reading *point, const Reading *neighbour)
{
  Amount change, limit = findings_limit(c->findings, "M-JUMP", amount_from_int(60));
  return figure_change(neighbour->number.amount, point->number.amount, &change) &&
         amount_compare(figure_absolute(change), limit) > 0;
}

static bool is_small(const Reading *a, const Reading *b)
{
  Amount least = amount_from_int(20);
  return amount_compare(figure_absolute(a->number.amount), least) < 0 &&
         amount_compare(figure_absolute(b->number.amount), least) < 0;
}

/* The neighbours agree with each other, and not with what stands between them. */
static void check_outlier(const Checks *c, const Indicator *indicator, const Reading *before, const Reading *point,
                          const Reading *after)
{
  if (!is_ours(c, point) || amount_is_zero(before->number.amount) || is_small(before, point) ||
      is_far(c, before, after) || !is_far(c, point, before) || !is_far(c, point, after))
    return;
  report(c, "M-JUMP", indicator, point, before, "is far from its neighbours, such as");
}

/* Quarters and months alone: a year's outturn stands beside its last quarter and is no neighbour. */
static GPtrArray *parts_of_years(const GPtrArray *points)
{
  GPtrArray *parts = g_ptr_array_new();
  for (guint i = 0; i < points->len; i++) {
    const Reading *point = g_ptr_array_index(points, i);
    if (point->period.kind == PERIOD_QUARTER || point->period.kind == PERIOD_MONTH)
      g_ptr_array_add(parts, (gpointer)point);
  }
  return parts;
}

static void check_points(const Checks *c, const Indicator *indicator, const GPtrArray *all)
{
  g_autoptr(GPtrArray) points = parts_of_years(all);
  for (guint i = 1; i < points->len; i++) {
    const Reading *before = g_ptr_array_index(points, i - 1), *point = g_ptr_array_index(points, i);
    const Reading *after = i + 1 < points->len ? g_ptr_array_index(points, i + 1) : NULL;
    if (!is_next(before, point))
      continue;
    if (indicator->kind == KIND_CUMULATIVE)
      check_growth(c, indicator, before, point);
    else if (after && is_next(point, after))
      check_outlier(c, indicator, before, point, after);
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    for (guint j = 0; j < indicator->measures->len; j++)
      check_points(c, indicator, ((const Measure *)g_ptr_array_index(indicator->measures, j))->points);
  }
}

const Check check_history = { .name = "history", .run = run };
