/* Direction of travel: better is what the polarity calls better, never "more". */
#include "testing.h"

#include "figure.h"
#include "model/travel.h"

typedef struct {
  int polarity;
  const char *value, *comparator, *least;
  int expected;
} Row;

static void test_numbers(void **state)
{
  (void)state;
  static const Row rows[] = {
    { POLARITY_HIGHER, "5", "4", NULL, TRAVEL_BETTER },
    { POLARITY_HIGHER, "4", "5", NULL, TRAVEL_WORSE },
    { POLARITY_HIGHER, "4.0", "4", NULL, TRAVEL_SAME },
    { POLARITY_LOWER, "5", "4", NULL, TRAVEL_WORSE },
    { POLARITY_LOWER, "4", "5", NULL, TRAVEL_BETTER },
    { POLARITY_LOWER, "-4", "-5", NULL, TRAVEL_WORSE },
    { POLARITY_CONTEXT, "4", "5", NULL, TRAVEL_NOT_COMPARABLE },
    { POLARITY_HIGHER, "4", NULL, NULL, TRAVEL_NOT_COMPARABLE },
    { POLARITY_HIGHER, NULL, "4", NULL, TRAVEL_NOT_COMPARABLE },
    { POLARITY_HIGHER, "101.9", "100", "2", TRAVEL_SAME },
    { POLARITY_HIGHER, "102", "100", "2", TRAVEL_BETTER },
    { POLARITY_LOWER, "-98", "-100", "2", TRAVEL_WORSE },
    { POLARITY_HIGHER, "0.1", "0", "2", TRAVEL_BETTER },
    { POLARITY_HIGHER, "0", "0", "2", TRAVEL_SAME },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    TravelCase c = { .polarity = rows[i].polarity,
                     .value = OPT(rows[i].value),
                     .comparator = OPT(rows[i].comparator),
                     .least_change = OPT(rows[i].least) };
    if (travel_compute(&c) != rows[i].expected)
      fail_msg("row %u: %s instead of %s", i, terms_name(&terms_travel, travel_compute(&c)),
               terms_name(&terms_travel, rows[i].expected));
  }
}

static int travel_to_band(const char *value, const char *comparator)
{
  TravelCase c = { .polarity = POLARITY_PLAN,
                   .value = OPT(value),
                   .comparator = OPT(comparator),
                   .band_low = OPT("50"),
                   .band_high = OPT("60") };
  return travel_compute(&c);
}

static void test_band(void **state)
{
  (void)state;
  assert_int_equal(travel_to_band("49", "40"), TRAVEL_BETTER);
  assert_int_equal(travel_to_band("61", "48"), TRAVEL_BETTER);
  assert_int_equal(travel_to_band("65", "55"), TRAVEL_WORSE);
  assert_int_equal(travel_to_band("51", "59"), TRAVEL_SAME);
  TravelCase aimless = { .polarity = POLARITY_PLAN, .value = OPT("1"), .comparator = OPT("2") };
  assert_int_equal(travel_compute(&aimless), TRAVEL_NOT_COMPARABLE);
}

static int travel_of_words(const char *value, const char *before, const char *target)
{
  TravelCase c = { .polarity = POLARITY_HIGHER, .value_text = value, .comparator_text = before, .target_text = target };
  return travel_compute(&c);
}

static void test_words(void **state)
{
  (void)state;
  assert_int_equal(travel_of_words("Yes", "yes", NULL), TRAVEL_SAME);
  assert_int_equal(travel_of_words("Yes", "No", "Yes"), TRAVEL_BETTER);
  assert_int_equal(travel_of_words("No", "Yes", "Yes"), TRAVEL_WORSE);
  assert_int_equal(travel_of_words("No", "Yes", NULL), TRAVEL_NOT_COMPARABLE);
  assert_int_equal(travel_of_words("No", NULL, "Yes"), TRAVEL_NOT_COMPARABLE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_numbers),
    cmocka_unit_test(test_band),
    cmocka_unit_test(test_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
