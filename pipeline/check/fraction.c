/* Telling percentages that were written as parts of one. */
#include "check/fraction.h"

static bool is_part_of_one(const Reading *reading)
{
  return reading->number.given && reading->number.amount.units > 0 &&
         amount_compare(reading->number.amount, amount_from_int(1)) <= 0;
}

/* Between thirty and three hundred times as much: what was reached need not be near its target. */
static bool is_hundredfold(const Reading *figure, const Reading *target)
{
  Amount least, most;
  return figure->number.given && amount_multiply(target->number.amount, amount_from_int(30), &least) &&
         amount_multiply(target->number.amount, amount_from_int(300), &most) &&
         amount_compare(figure->number.amount, least) >= 0 && amount_compare(figure->number.amount, most) <= 0;
}

static bool has_parts_of_one(const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    if (is_part_of_one(g_ptr_array_index(readings, i)))
      return true;
  return false;
}

static const Reading *find_hundredfold(const GPtrArray *readings, const Reading *target)
{
  for (guint i = readings->len; i > 0; i--)
    if (is_hundredfold(g_ptr_array_index(readings, i - 1), target))
      return g_ptr_array_index(readings, i - 1);
  return NULL;
}

const Reading *fraction_witness(const Measure *measure, const Reading *target)
{
  const GPtrArray *const figures[] = { measure->points, measure->actuals, measure->targets };
  for (guint i = 0; i < G_N_ELEMENTS(figures); i++) {
    const Reading *found = find_hundredfold(figures[i], target);
    if (found)
      return found;
  }
  return NULL;
}

bool is_fraction(const Indicator *indicator, const Measure *measure, const Reading *target)
{
  return indicator_unit(indicator, measure) == UNIT_PERCENT && is_part_of_one(target) &&
         !has_parts_of_one(measure->points) && !has_parts_of_one(measure->actuals) && fraction_witness(measure, target);
}
