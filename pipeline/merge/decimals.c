/* Showing as many decimals as it takes to tell figures from zero and from each other. */
#include "merge/decimals.h"
#include "base/amount.h"

enum { MORE = 3 };

static bool is_figure(const Reading *reading)
{
  return reading && reading->number.given && reading->unit != UNIT_YES_NO;
}

static Amount shown(const Reading *reading, int decimals)
{
  return amount_round(reading->number.amount, (guint8)decimals);
}

static bool looks_like_zero(const Reading *reading, int decimals)
{
  return is_figure(reading) && !amount_is_zero(reading->number.amount) && amount_is_zero(shown(reading, decimals));
}

static bool look_equal(const Reading *a, const Reading *b, int decimals)
{
  return is_figure(a) && is_figure(b) && amount_compare(a->number.amount, b->number.amount) != 0 &&
         amount_compare(shown(a, decimals), shown(b, decimals)) == 0;
}

/* The end of a range as a figure by itself. */
static bool looks_like_end(const Reading *value, const Reading *goal, int decimals)
{
  if (!goal || !goal->to.given)
    return false;
  Reading end = *goal;
  end.number = goal->to;
  return look_equal(value, &end, decimals);
}

/* Whether somebody who reads the row would be misled. */
static bool misleads(const Indicator *indicator, const Measure *measure, int decimals)
{
  const Reading *const zeros[] = { measure->value, measure->target, measure->goal, measure->actual };
  bool zero = false;
  for (guint i = 0; i < G_N_ELEMENTS(zeros); i++)
    zero |= looks_like_zero(zeros[i], decimals);
  bool rated = rating_is_symbol(indicator->rating) || rating_is_symbol(measure->rating);
  bool moved = travel_is_symbol(indicator->travel) || travel_is_symbol(measure->travel);
  const Reading *goal = measure->goal ? measure->goal : measure->target;
  bool like_goal = look_equal(measure->value, goal, decimals) || looks_like_end(measure->value, goal, decimals);
  return zero || (rated && like_goal) || (moved && look_equal(measure->value, measure->comparator, decimals));
}

static void set_one(Reading *reading, int decimals)
{
  if (reading)
    reading->decimals = decimals;
}

static void set_list(const GPtrArray *readings, int decimals)
{
  for (guint i = 0; i < readings->len; i++)
    set_one(g_ptr_array_index(readings, i), decimals);
}

static void set_all(Measure *measure, int decimals)
{
  measure->decimals = decimals;
  Reading *const ones[] = { measure->value,  measure->target,     measure->profile, measure->goal,     measure->aside,
                            measure->actual, measure->comparator, measure->before,  measure->full_year };
  for (guint i = 0; i < G_N_ELEMENTS(ones); i++)
    set_one(ones[i], decimals);
  const GPtrArray *const lists[] = { measure->points, measure->parts, measure->targets, measure->profiles,
                                     measure->actuals };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    set_list(lists[i], decimals);
}

void decimals_settle(Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    Measure *measure = g_ptr_array_index(indicator->measures, i);
    int planned = indicator_decimals(indicator, measure), decimals = planned;
    if (planned < 0)
      continue;
    while (decimals < MIN(planned + MORE, (int)AMOUNT_MAX_SCALE) && misleads(indicator, measure, decimals))
      decimals++;
    if (decimals > planned)
      set_all(measure, decimals);
  }
}
