/* Small sums on exact amounts. */
#include "model/figures.h"
#include <string.h>

char *figure_text(const OptAmount *amount)
{
  return amount->timed ? amount_format_time(amount->amount) : amount_format(amount->amount, -1);
}

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
  return !terms_is_own(&terms_unit, unit) && amount_multiply(numerator, amount_from_int(multiplier(unit)), &product) &&
         amount_divide(product, denominator, AMOUNT_MAX_SCALE, ret_ratio);
}

bool figure_change(Amount before, Amount now, Amount *ret_percent)
{
  Amount difference;
  return amount_subtract(now, before, &difference) &&
         figure_ratio(difference, figure_absolute(before), UNIT_PERCENT, ret_percent);
}

/* One is the other, rounded to fewer decimals. */
bool figure_same(Amount a, Amount b)
{
  guint scale = MIN(a.scale, b.scale);
  return amount_compare(amount_round(a, scale), amount_round(b, scale)) == 0;
}

guint figure_digits(Amount amount)
{
  guint digits = 0;
  for (gint64 units = amount.units; units != 0; units /= 10)
    digits++;
  return digits;
}

/* The digits alone, as they would be typed; caller frees. */
static char *typed(Amount amount)
{
  char *text = amount_to_string(figure_absolute(amount));
  char *to = text;
  for (const char *from = text; *from; from++)
    if (*from != '.')
      *to++ = *from;
  *to = '\0';
  return text;
}

/* One slip of the fingers apart: a digit changed, two neighbours swapped, a digit lost or doubled, the point moved, one
 * too much. */
bool figure_is_slip(Amount figure, Amount value)
{
  g_autofree char *a = typed(figure);
  g_autofree char *b = typed(value);
  gsize long_a = strlen(a), long_b = strlen(b), head = 0, tail = 0;
  while (a[head] && a[head] == b[head])
    head++;
  while (tail < MIN(long_a, long_b) - head && a[long_a - 1 - tail] == b[long_b - 1 - tail])
    tail++;
  gsize rest_a = long_a - head - tail, rest_b = long_b - head - tail;
  Amount difference;
  bool moved = strcmp(a, b) == 0; /* the decimal point */
  bool next = figure.scale == value.scale && amount_subtract(figure, value, &difference) && ABS(difference.units) == 1;
  bool swapped = rest_a == 2 && rest_b == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
  return moved || next || swapped || (rest_a <= 1 && rest_b <= 1 && rest_a + rest_b > 0);
}
