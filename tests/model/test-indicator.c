/* Units of measures: "a) %, b) number" within one indicator; a measure without a unit has the indicator's. */
#include "testing.h"

#include "model/indicator.h"

static Measure *add_measure(Arena *arena, Indicator *indicator, const char *ref)
{
  Measure *measure = record_new(arena, &measure_spec, &indicator->record);
  measure->ref = arena_strdup(arena, ref);
  g_ptr_array_add(indicator->measures, measure);
  return measure;
}

static void test_units(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Indicator *indicator = record_new(arena, &indicator_spec, NULL);
  indicator->unit = UNIT_PERCENT;
  indicator->decimals = 1;
  Measure *share = add_measure(arena, indicator, "a)");
  Measure *number = add_measure(arena, indicator, "b)");
  number->unit = UNIT_COUNT;
  Measure *fine = add_measure(arena, indicator, "c)");
  fine->decimals = 3;

  assert_int_equal(indicator_unit(indicator, NULL), UNIT_PERCENT);
  assert_int_equal(indicator_unit(indicator, share), UNIT_PERCENT);
  assert_int_equal(indicator_unit(indicator, number), UNIT_COUNT);
  assert_int_equal(indicator_decimals(indicator, NULL), 1);
  assert_int_equal(indicator_decimals(indicator, share), 1);
  assert_int_equal(indicator_decimals(indicator, number), -1); /* decimals of another unit say nothing of it */
  assert_int_equal(indicator_decimals(indicator, fine), 3);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_units) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
