/* Rating: every method and polarity, at, above and below every border. */
#include "testing.h"

#include "figure.h"
#include "model/rate.h"
#include <string.h>

enum { NONE = RATING_NONE, GREEN = RATING_GREEN, AMBER = RATING_AMBER, RED = RATING_RED };

static const RatingRule target_rule = { .method = METHOD_TARGET };
static RatingRule tolerance_rule(const char *tolerance, int of)
{
  return (RatingRule){ .method = METHOD_TOLERANCE, .tolerance = OPT(tolerance), .tolerance_of = of };
}

/* One line a case: polarity, target, value, what is expected. */
typedef struct {
  int polarity;
  const char *target, *value;
  int expected;
} Row;

static void check_rows(const RatingRule *rule, const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr(GString) words = g_string_new(NULL);
    RatingCase c = {
      .rule = rule, .polarity = rows[i].polarity, .target = OPT(rows[i].target), .value = OPT(rows[i].value)
    };
    int rating = rating_compute(&c, words);
    if (rating != rows[i].expected)
      fail_msg("row %u: value %s, target %s: %s instead of %s (%s)", i, rows[i].value, rows[i].target,
               terms_name(&terms_rating, rating), terms_name(&terms_rating, rows[i].expected), words->str);
  }
}

static void test_target(void **state)
{
  (void)state;
  static const Row rows[] = {
    { POLARITY_HIGHER, "81", "81", GREEN },      { POLARITY_HIGHER, "81", "80.9", RED },
    { POLARITY_HIGHER, "81", "81.0000", GREEN }, { POLARITY_LOWER, "8", "8", GREEN },
    { POLARITY_LOWER, "8", "8.01", RED },        { POLARITY_LOWER, "8", "-3", GREEN },
    { POLARITY_HIGHER, "0", "0", GREEN },        { POLARITY_HIGHER, "0", "-1", RED },
    { POLARITY_HIGHER, "-5", "-4", GREEN },      { POLARITY_LOWER, "-5", "-4", RED },
    { POLARITY_PLAN, "10", "10", GREEN },        { POLARITY_PLAN, "10", "11", RED },
    { POLARITY_PLAN, "10", "9", RED },           { POLARITY_CONTEXT, "10", "9", NONE },
    { POLARITY_UNSTATED, "10", "9", NONE },      { POLARITY_HIGHER, NULL, "9", NONE },
    { POLARITY_HIGHER, "10", NULL, NONE },
  };
  check_rows(&target_rule, rows, G_N_ELEMENTS(rows));
}

/* Open and range targets: what the target says goes before the polarity, and where the two contradict each other
 * nothing is certain but a value within the range, or beyond its worse end. */
static void test_bounds(void **state)
{
  (void)state;
  static const struct {
    int polarity, bound;
    const char *target, *to, *value;
    int expected, with_tolerance;
  } rows[] = {
    { POLARITY_LOWER, BOUND_BELOW, "5", NULL, "4.99", GREEN, GREEN },
    { POLARITY_LOWER, BOUND_BELOW, "5", NULL, "5", RED, AMBER },
    { POLARITY_UNSTATED, BOUND_BELOW, "5", NULL, "7.1", RED, RED },
    { POLARITY_LOWER, BOUND_BELOW, "0", NULL, "0", RED, AMBER },
    { POLARITY_LOWER, BOUND_BELOW, "-10", NULL, "-10", RED, AMBER },
    { POLARITY_UNSTATED, BOUND_AT_MOST, "5", NULL, "5", GREEN, GREEN },
    { POLARITY_UNSTATED, BOUND_ABOVE, "90", NULL, "90", RED, AMBER },
    { POLARITY_HIGHER, BOUND_ABOVE, "90", NULL, "90.1", GREEN, GREEN },
    { POLARITY_PLAN, BOUND_AT_LEAST, "90", NULL, "99", GREEN, GREEN },
    { POLARITY_UNSTATED, BOUND_NONE, "5", "7", "5", GREEN, GREEN },
    { POLARITY_PLAN, BOUND_NONE, "5", "7", "7", GREEN, GREEN },
    { POLARITY_PLAN, BOUND_NONE, "5", "7", "7.1", RED, AMBER },
    { POLARITY_PLAN, BOUND_NONE, "5", "7", "2.9", RED, RED },
    { POLARITY_CONTEXT, BOUND_BELOW, "5", NULL, "4", NONE, NONE },
    { POLARITY_HIGHER, BOUND_BELOW, "5", NULL, "4", NONE, NONE },
    { POLARITY_HIGHER, BOUND_NONE, "5", "7", "6", GREEN, GREEN },
    { POLARITY_HIGHER, BOUND_NONE, "5", "7", "8", NONE, NONE },
    { POLARITY_HIGHER, BOUND_NONE, "5", "7", "2", RED, RED },
    { POLARITY_LOWER, BOUND_NONE, "5", "7", "2", NONE, NONE },
    { POLARITY_LOWER, BOUND_NONE, "5", "7", "8", RED, AMBER },
  };
  RatingRule tolerant = tolerance_rule("2", OF_POINTS);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    for (guint tolerance = 0; tolerance < 2; tolerance++) {
      g_autoptr(GString) words = g_string_new(NULL);
      RatingCase c = { .rule = tolerance ? &tolerant : &target_rule,
                       .polarity = rows[i].polarity,
                       .value = OPT(rows[i].value) };
      const Reading goal = { .number = OPT(rows[i].target), .to = OPT(rows[i].to), .bound = rows[i].bound };
      rating_aim(&c, &goal);
      int rating = rating_compute(&c, words), expected = tolerance ? rows[i].with_tolerance : rows[i].expected;
      if (rating != expected)
        fail_msg("row %u: %s instead of %s (%s)", i, terms_name(&terms_rating, rating),
                 terms_name(&terms_rating, expected), words->str);
    }
}

/* A target within the confidence limits of the value, or at one of them, is neither met nor missed. */
static void test_limits(void **state)
{
  (void)state;
  static const struct {
    int polarity;
    const char *target, *to, *value, *lower, *upper;
    int expected;
  } rows[] = {
    { POLARITY_LOWER, "14", NULL, "14.4", "11.2", "17.6", NONE },
    { POLARITY_LOWER, "14", NULL, "13.8", "11.2", "17.6", NONE },
    { POLARITY_LOWER, "14", NULL, "14.4", "14", "17.6", NONE },
    { POLARITY_LOWER, "14", NULL, "14.4", "14.1", "17.6", RED },
    { POLARITY_HIGHER, "14", NULL, "14.4", "14.1", "17.6", GREEN },
    { POLARITY_PLAN, "5", "7", "6", "5.5", "6.5", GREEN },
    { POLARITY_PLAN, "5", "7", "6", "4.5", "6.5", NONE },
    { POLARITY_PLAN, "5", "7", "8", "7.5", "8.5", RED },
    { POLARITY_LOWER, "14", NULL, "14.4", "17.6", "11.2", NONE }, /* limits that are none */
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(GString) words = g_string_new(NULL);
    const Reading goal = { .number = OPT(rows[i].target), .to = OPT(rows[i].to) };
    const Reading value = { .number = OPT(rows[i].value), .lower = OPT(rows[i].lower), .upper = OPT(rows[i].upper) };
    RatingCase c = { .rule = &target_rule, .polarity = rows[i].polarity, .value = value.number, .limits = &value };
    rating_aim(&c, &goal);
    int rating = rating_compute(&c, words);
    if (rating != rows[i].expected)
      fail_msg("row %u: %s instead of %s (%s)", i, terms_name(&terms_rating, rating),
               terms_name(&terms_rating, rows[i].expected), words->str);
    assert_false(rows[i].expected == NONE && rating_misses(&c));
  }
}

static void test_tolerance_of_target(void **state)
{
  (void)state;
  static const Row rows[] = {
    { POLARITY_HIGHER, "80", "80", GREEN },       { POLARITY_HIGHER, "80", "76", AMBER },
    { POLARITY_HIGHER, "80", "75.9", RED },       { POLARITY_LOWER, "20", "21", AMBER },
    { POLARITY_LOWER, "20", "21.01", RED },       { POLARITY_PLAN, "20", "21", AMBER },
    { POLARITY_PLAN, "20", "19", AMBER },         { POLARITY_PLAN, "20", "18.9", RED },
    { POLARITY_HIGHER, "80", "75.9999999", RED },
  };
  RatingRule rule = tolerance_rule("5", OF_TARGET_PERCENT);
  check_rows(&rule, rows, G_N_ELEMENTS(rows));
}

/* A percentage of nothing says nothing; that a target is met can still be told. */
static void test_tolerance_of_zero(void **state)
{
  (void)state;
  static const Row percent[] = {
    { POLARITY_LOWER, "0", "0", GREEN },     { POLARITY_LOWER, "0", "1", NONE },
    { POLARITY_HIGHER, "-10", "-9", GREEN }, { POLARITY_HIGHER, "-10", "-11", RED },
    { POLARITY_HIGHER, "0", "-0.1", NONE },  { POLARITY_HIGHER, "-10", "-10.5", AMBER },
    { POLARITY_LOWER, "-10", "-4", RED },
  };
  RatingRule rule = tolerance_rule("5", OF_TARGET_PERCENT);
  check_rows(&rule, percent, G_N_ELEMENTS(percent));
  static const Row points[] = {
    { POLARITY_LOWER, "0", "2", AMBER },
    { POLARITY_LOWER, "0", "2.1", RED },
    { POLARITY_HIGHER, "-10", "-12", AMBER },
    { POLARITY_HIGHER, "-10", "-12.5", RED },
  };
  rule = tolerance_rule("2", OF_POINTS);
  check_rows(&rule, points, G_N_ELEMENTS(points));
  g_autoptr(GString) words = g_string_new(NULL);
  rule = tolerance_rule("5", OF_TARGET_PERCENT);
  RatingCase c = { .rule = &rule, .polarity = POLARITY_LOWER, .target = OPT("0"), .value = OPT("1") };
  assert_int_equal(rating_compute(&c, words), NONE);
  assert_true(rating_misses(&c)); /* whatever the rule cannot tell */
  c.value = OPT("0");
  assert_false(rating_misses(&c));
  assert_string_equal(words->str, "target 0 or less; a percentage of a target that is zero says nothing: the "
                                  "rule needs points");
  rule = tolerance_rule("2", OF_POINTS);
  rule.green_within = true; /* a body without amber */
  static const Row within[] = { { POLARITY_HIGHER, "80", "78", GREEN },
                                { POLARITY_HIGHER, "80", "77.99", RED },
                                { POLARITY_LOWER, "80", "82", GREEN },
                                { POLARITY_LOWER, "80", "82.01", RED } };
  check_rows(&rule, within, G_N_ELEMENTS(within));
  assert_true(rating_rule_is_green_within(&rule));
  assert_false(rating_rule_gives_amber(&rule));
}

static void test_floor(void **state)
{
  (void)state;
  static const Row rows[] = {
    { POLARITY_HIGHER, "90", "90", GREEN }, { POLARITY_HIGHER, "90", "85", AMBER },
    { POLARITY_HIGHER, "90", "84.9", RED }, { POLARITY_LOWER, "60", "85", AMBER },
    { POLARITY_LOWER, "60", "85.1", RED },  { POLARITY_PLAN, "90", "89", NONE },
  };
  RatingRule rule = { .method = METHOD_FLOOR, .floor = OPT("85") };
  check_rows(&rule, rows, G_N_ELEMENTS(rows));
}

static int rate_band(const char *value)
{
  RatingRule rule = tolerance_rule("10", OF_TARGET_PERCENT);
  RatingCase c = {
    .rule = &rule, .polarity = POLARITY_PLAN, .value = OPT(value), .band_low = OPT("50"), .band_high = OPT("60")
  };
  g_autoptr(GString) words = g_string_new(NULL);
  return rating_compute(&c, words);
}

static void test_band(void **state)
{
  (void)state;
  assert_int_equal(rate_band("50"), GREEN);
  assert_int_equal(rate_band("60"), GREEN);
  assert_int_equal(rate_band("45"), AMBER);
  assert_int_equal(rate_band("44.9"), RED);
  assert_int_equal(rate_band("66"), AMBER);
  assert_int_equal(rate_band("66.1"), RED);
}

static int rate_answer(const RatingRule *rule, const char *target, const char *value)
{
  RatingCase c = { .rule = rule, .polarity = POLARITY_HIGHER, .value_text = value, .target_text = target };
  g_autoptr(GString) words = g_string_new(NULL);
  return rating_compute(&c, words);
}

static void test_words(void **state)
{
  (void)state;
  RatingRule binary = { .method = METHOD_BINARY }, manual = { .method = METHOD_MANUAL };
  assert_int_equal(rate_answer(&binary, "Yes", "yes"), GREEN);
  assert_int_equal(rate_answer(&binary, "Yes", "No"), RED);
  assert_int_equal(rate_answer(&target_rule, "No", "No"), GREEN);
  assert_int_equal(rate_answer(&binary, "Yes", NULL), NONE);
  assert_int_equal(rate_answer(&manual, "Yes", "Yes"), NONE);
  assert_int_equal(rate_answer(NULL, "Yes", "Yes"), NONE);
}

static int rate_mitigated(const RatingRule *rule, int polarity, const char *value, const char *before, bool plan,
                          char **ret_words)
{
  RatingCase c = { .rule = rule,
                   .polarity = polarity,
                   .target = OPT("100"),
                   .value = OPT(value),
                   .comparator = OPT(before),
                   .plan_in_hand = plan };
  g_autoptr(GString) words = g_string_new(NULL);
  int rating = rating_compute(&c, words);
  *ret_words = g_string_free(g_steal_pointer(&words), FALSE);
  return rating;
}

static void test_mitigation(void **state)
{
  (void)state;
  RatingRule improving = { .method = METHOD_TARGET, .improving_amber = true };
  RatingRule planned = { .method = METHOD_TARGET, .plan_amber = true };
  g_autofree char *better = NULL, *equal = NULL, *lower = NULL, *with = NULL, *without = NULL, *unknown = NULL;
  assert_int_equal(rate_mitigated(&improving, POLARITY_HIGHER, "90", "89", false, &better), AMBER);
  assert_string_equal(better, "target 100 or more; missed, but better than 89 before: amber");
  assert_int_equal(rate_mitigated(&improving, POLARITY_HIGHER, "90", "90", false, &equal), RED);
  assert_int_equal(rate_mitigated(&improving, POLARITY_LOWER, "110", "111", false, &lower), AMBER);
  assert_int_equal(rate_mitigated(&improving, POLARITY_HIGHER, "90", NULL, true, &unknown), RED);
  assert_int_equal(rate_mitigated(&planned, POLARITY_HIGHER, "90", NULL, true, &with), AMBER);
  assert_int_equal(rate_mitigated(&planned, POLARITY_HIGHER, "90", NULL, false, &without), RED);
}

/* A cumulative value in the middle of its year, against the year's target. */
static void test_part_of_year(void **state)
{
  (void)state;
  static const struct {
    int polarity;
    const char *value;
    int expected;
  } rows[] = {
    { POLARITY_HIGHER, "40", NONE }, { POLARITY_HIGHER, "100", GREEN }, { POLARITY_LOWER, "40", NONE },
    { POLARITY_LOWER, "101", RED },  { POLARITY_PLAN, "40", NONE },     { POLARITY_PLAN, "101", RED },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(GString) words = g_string_new(NULL);
    RatingCase c = { .rule = &target_rule,
                     .polarity = rows[i].polarity,
                     .target = OPT("100"),
                     .value = OPT(rows[i].value),
                     .sure_only = true };
    assert_int_equal(rating_compute(&c, words), rows[i].expected);
  }
}

static void test_row_words(void **state)
{
  (void)state;
  RatingRule rule = tolerance_rule("5", OF_TARGET_PERCENT);
  static const struct {
    int polarity;
    const char *target, *value, *expected;
  } rows[] = {
    { POLARITY_HIGHER, "81", "84", "target 81 or more, amber from 76.95 (5% of target)" },
    { POLARITY_LOWER, "2137.9", "2548.6", "target 2,137.9 or less, amber up to 2,244.795 (5% of target)" },
    { POLARITY_HIGHER, NULL, "84", "no target" },
    { POLARITY_HIGHER, "81", NULL, "no value" },
    { POLARITY_CONTEXT, "81", "84", "shown for context, not rated" },
    { POLARITY_UNSTATED, "81", "84", "the plan does not say whether more or less is better" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(GString) words = g_string_new(NULL);
    RatingCase c = {
      .rule = &rule, .polarity = rows[i].polarity, .target = OPT(rows[i].target), .value = OPT(rows[i].value)
    };
    rating_compute(&c, words);
    assert_string_equal(words->str, rows[i].expected);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_target),
    cmocka_unit_test(test_bounds),
    cmocka_unit_test(test_limits),
    cmocka_unit_test(test_tolerance_of_target),
    cmocka_unit_test(test_tolerance_of_zero),
    cmocka_unit_test(test_floor),
    cmocka_unit_test(test_band),
    cmocka_unit_test(test_words),
    cmocka_unit_test(test_mitigation),
    cmocka_unit_test(test_part_of_year),
    cmocka_unit_test(test_row_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
