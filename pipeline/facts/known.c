/* The numbers that a row of figures accounts for. */
#include "facts/known.h"
#include "model/figures.h"

void known_add(Known *known, const OptAmount *number)
{
  if (number->given)
    g_array_append_val(known->numbers, number->amount);
}

static void know_reading(Known *known, const Reading *reading)
{
  if (!reading)
    return;
  known_add(known, &reading->number);
  known_add(known, &reading->numerator);
  known_add(known, &reading->denominator);
  known_add(known, &reading->to);
  known_add(known, &reading->lower);
  known_add(known, &reading->upper);
}

static void know_readings(Known *known, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    know_reading(known, g_ptr_array_index(readings, i));
}

void known_add_measure(Known *known, const Measure *measure)
{
  know_reading(known, measure->target);
  know_reading(known, measure->profile);
  know_reading(known, measure->actual);
  know_reading(known, measure->comparator);
  know_readings(known, measure->points);
  know_readings(known, measure->targets);
  know_readings(known, measure->actuals);
  for (guint i = 0; i < measure->quartiles->len; i++) {
    const Quartile *quartile = g_ptr_array_index(measure->quartiles, i);
    known_add(known, &quartile->top);
    known_add(known, &quartile->middle);
    known_add(known, &quartile->bottom);
  }
}

bool known_has(const Known *known, Amount number)
{
  for (guint i = 0; i < known->numbers->len; i++)
    if (figure_same(g_array_index(known->numbers, Amount, i), number))
      return true;
  return false;
}
