/* Small sums on exact amounts. */
#include "merge/figures.h"

Amount figure_absolute(Amount a)
{
  return a.units < 0 ? amount_negate(a) : a;
}

Amount figure_step(guint scale)
{
  return (Amount){ .units = 1, .scale = (guint8)MIN(scale, AMOUNT_MAX_SCALE) };
}

bool figure_close(Amount a, Amount b, Amount tolerance)
{
  Amount difference;
  return amount_subtract(a, b, &difference) && amount_compare(figure_absolute(difference), tolerance) <= 0;
}

bool figure_percent_of(Amount a, Amount percent, Amount *ret_part)
{
  Amount product;
  return amount_multiply(figure_absolute(a), percent, &product) &&
         amount_divide(product, amount_from_int(100), AMOUNT_MAX_SCALE, ret_part);
}

static gint64 multiplier(int unit)
{
  switch (unit) {
  case UNIT_PERCENT:
    return 100;
  case UNIT_PER_1000:
    return 1000;
  case UNIT_PER_10000:
    return 10000;
  case UNIT_PER_100000:
    return 100000;
  default:
    return 1;
  }
}

bool figure_ratio(Amount numerator, Amount denominator, int unit, Amount *ret_ratio)
{
  Amount product;
  return amount_multiply(numerator, amount_from_int(multiplier(unit)), &product) &&
         amount_divide(product, denominator, AMOUNT_MAX_SCALE, ret_ratio);
}

bool figure_change(Amount before, Amount now, Amount *ret_percent)
{
  Amount difference;
  return amount_subtract(now, before, &difference) &&
         figure_ratio(difference, figure_absolute(before), UNIT_PERCENT, ret_percent);
}
