/* Direction of travel by polarity and least change. */
#include "model/travel.h"
#include "model/figures.h"
#include "model/grade.h"

/* How far a value lies outside what is planned; zero inside. */
static bool distance(const TravelCase *c, Amount value, Amount *ret_distance)
{
  const OptAmount *low = c->band_low.given ? &c->band_low : &c->target;
  const OptAmount *high = c->band_high.given ? &c->band_high : &c->target;
  *ret_distance = amount_from_int(0);
  if (!low->given || !high->given)
    return false;
  if (amount_compare(value, low->amount) < 0)
    return amount_subtract(low->amount, value, ret_distance);
  if (amount_compare(value, high->amount) > 0)
    return amount_subtract(value, high->amount, ret_distance);
  return true;
}

/* A change too small to count. */
static bool is_same(const TravelCase *c)
{
  Amount difference, least;
  if (amount_compare(c->value.amount, c->comparator.amount) == 0)
    return true;
  if (!c->least_change.given || !amount_subtract(c->value.amount, c->comparator.amount, &difference) ||
      !figure_percent_of(c->comparator.amount, c->least_change.amount, &least))
    return false;
  return amount_compare(figure_absolute(difference), least) < 0;
}

static int by_order(int order)
{
  return order > 0 ? TRAVEL_BETTER : order < 0 ? TRAVEL_WORSE : TRAVEL_SAME;
}

static int compare_numbers(const TravelCase *c)
{
  Amount now, before;
  switch ((Polarity)c->polarity) {
  case POLARITY_HIGHER:
    return is_same(c) ? TRAVEL_SAME : by_order(amount_compare(c->value.amount, c->comparator.amount));
  case POLARITY_LOWER:
    return is_same(c) ? TRAVEL_SAME : by_order(amount_compare(c->comparator.amount, c->value.amount));
  case POLARITY_PLAN:
    if (!distance(c, c->value.amount, &now) || !distance(c, c->comparator.amount, &before))
      return TRAVEL_NOT_COMPARABLE;
    return is_same(c) ? TRAVEL_SAME : by_order(amount_compare(before, now));
  case POLARITY_UNSTATED:
  case POLARITY_CONTEXT:
    break;
  }
  return TRAVEL_NOT_COMPARABLE;
}

static bool equal_words(const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold(a, -1);
  g_autofree char *y = g_utf8_casefold(b, -1);
  return g_str_equal(x, y);
}

static int compare_grades(const TravelCase *c)
{
  int now = grade_place(c->order, c->value_text), before = grade_place(c->order, c->comparator_text);
  return now < 0 || before < 0 ? TRAVEL_NOT_COMPARABLE : by_order(before - now);
}

static int compare_words(const TravelCase *c)
{
  if (!c->value_text || !c->comparator_text)
    return TRAVEL_NOT_COMPARABLE;
  if (equal_words(c->value_text, c->comparator_text))
    return TRAVEL_SAME;
  if (c->order)
    return compare_grades(c);
  if (!c->target_text)
    return TRAVEL_NOT_COMPARABLE;
  return by_order(equal_words(c->value_text, c->target_text) - equal_words(c->comparator_text, c->target_text));
}

int travel_compute(const TravelCase *c)
{
  if (c->polarity == POLARITY_CONTEXT || c->polarity == POLARITY_UNSTATED)
    return TRAVEL_NOT_COMPARABLE;
  if (c->value.given && c->comparator.given)
    return compare_numbers(c);
  return compare_words(c);
}
