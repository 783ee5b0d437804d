/* Amounts: what is read, exact arithmetic at its borders, rounding, and the two written forms. */
#include "testing.h"

#include "base/amount.h"
#include <string.h>

static Amount from(const char *text)
{
  Amount amount;
  if (!amount_parse(text, &amount))
    fail_msg("'%s' is not read as an amount", text);
  return amount;
}

static void check_written(Amount amount, const char *expected)
{
  g_autofree char *text = amount_to_string(amount);
  assert_string_equal(text, expected);
}

static void parse_takes_plain_decimals(void **state)
{
  (void)state;
  static const char *const same[] = {
    "0", "1", "-1", "8.50", "-1234.50", "0.000000001", "-0.5", "999999999999999", "-999999999999999", "999999.999999999"
  };
  for (guint i = 0; i < G_N_ELEMENTS(same); i++)
    check_written(from(same[i]), same[i]);
  check_written(from("007.10"), "7.10");
  check_written(from("-0.00"), "0.00");
  check_written(from("0000000000000000000000001"), "1");
  assert_int_equal(from("8.50").units, 850);
  assert_int_equal(from("8.50").scale, 2);
  assert_int_equal(from("-12").units, -12);
  assert_int_equal(from("-12").scale, 0);
}

static void parse_refuses_everything_else(void **state)
{
  (void)state;
  static const char *const bad[] = {
    "",
    "-",
    "+1",
    ".5",
    "5.",
    "-.5",
    "1.2.3",
    "1..2",
    "--1",
    "1-",
    "1,234",
    "1 ",
    " 1",
    "1e3",
    "0x10",
    "12%",
    "£5",
    "n/a",
    "nan",
    "inf",
    "1.-2",
    "1\n",
    "1.5p",
    "½",
    "−1",
    "１",
    "1000000000000000",
    "-1000000000000000",
    "0.0000000001",
    "1000000.000000000",
    "99999999999999999999999999999999999999999999",
  };
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    Amount amount = { 42, 1 };
    if (amount_parse(bad[i], &amount))
      fail_msg("'%s' was read as an amount", bad[i]);
    assert_int_equal(amount.units, 42); /* set only on success */
    assert_int_equal(amount.scale, 1);
  }
}

static void comparing_ignores_how_it_is_written(void **state)
{
  (void)state;
  assert_int_equal(amount_compare(from("8.5"), from("8.500")), 0);
  assert_int_equal(amount_compare(from("-0.0"), from("0")), 0);
  assert_int_equal(amount_compare(from("8.49"), from("8.5")), -1);
  assert_int_equal(amount_compare(from("-8.49"), from("-8.5")), 1);
  assert_int_equal(amount_compare(from("999999999999999"), from("0.000000001")), 1);
  assert_int_equal(amount_compare(from("-999999999999999"), from("-0.999999999")), -1);
  assert_int_equal(amount_compare(amount_from_int(G_MININT64), amount_from_int(G_MAXINT64)), -1);
  assert_int_equal(amount_compare(amount_from_int(G_MAXINT64), from("0.000000001")), 1);
  assert_true(amount_is_zero(from("-0.000")));
  assert_false(amount_is_zero(from("0.001")));
}

static void sums_are_exact_or_refused(void **state)
{
  (void)state;
  Amount result = { 0, 0 };
  assert_true(amount_add(from("0.1"), from("0.2"), &result));
  check_written(result, "0.3");
  assert_true(amount_add(from("1.50"), from("2.5"), &result));
  check_written(result, "4.00");
  assert_true(amount_subtract(from("1"), from("0.999999999"), &result));
  check_written(result, "0.000000001");
  assert_true(amount_subtract(from("-5"), from("-5.0"), &result));
  check_written(result, "0.0");
  assert_true(amount_add(from("999999999999998"), from("1"), &result));
  check_written(result, "999999999999999");
  assert_true(amount_subtract(amount_from_int(G_MININT64), amount_from_int(G_MININT64), &result));
  check_written(result, "0");

  assert_false(amount_add(from("999999999999999"), from("1"), &result));
  assert_false(amount_subtract(from("-999999999999999"), from("1"), &result));
  assert_false(amount_add(from("999999999999999"), from("0.1"), &result)); /* 16 digits */
  assert_false(amount_add(amount_from_int(G_MAXINT64), amount_from_int(G_MAXINT64), &result));
  assert_false(amount_subtract(amount_from_int(G_MININT64), amount_from_int(1), &result));
  check_written(result, "0"); /* untouched by failures */
}

static void check_product(const char *a, const char *b, const char *expected)
{
  Amount product;
  if (!amount_multiply(from(a), from(b), &product))
    fail_msg("%s x %s: too large", a, b);
  check_written(product, expected);
}

static void products_keep_their_decimals_while_they_fit(void **state)
{
  (void)state;
  Amount product;
  check_product("1.5", "-2.05", "-3.075");
  check_product("0", "-12.5", "0.0");
  check_product("0.00001", "0.00005", "0.000000001"); /* 5e-10, half away from zero */
  check_product("0.00001", "-0.00005", "-0.000000001");
  check_product("0.00001", "0.00004", "0.000000000");
  check_product("12345678.50", "1.123456", "13869826.5848960"); /* 8 decimals would be 16 digits */
  check_product("99999999", "9999999.9", "999999980000000");
  check_product("0.95", "999999999999999", "949999999999999");
  assert_false(amount_multiply(from("100000000"), from("10000000"), &product));
  assert_false(amount_multiply(from("999999999999999"), from("999999999999999"), &product));
  assert_false(amount_multiply(amount_from_int(G_MININT64), amount_from_int(G_MININT64), &product));
  assert_false(amount_multiply(from("999999999999999"), from("1.000000001"), &product));
}

static void check_quotient(const char *a, const char *b, guint scale, const char *expected)
{
  Amount quotient;
  if (!amount_divide(from(a), from(b), scale, &quotient))
    fail_msg("%s / %s: no result", a, b);
  check_written(quotient, expected);
}

static void quotients_are_rounded_once(void **state)
{
  (void)state;
  Amount quotient = { 7, 0 };
  check_quotient("1", "3", 4, "0.3333");
  check_quotient("2", "3", 4, "0.6667");
  check_quotient("-2", "3", 4, "-0.6667");
  check_quotient("1", "8", 2, "0.13"); /* 0.125 */
  check_quotient("-1", "8", 2, "-0.13");
  check_quotient("1", "-8", 2, "-0.13");
  check_quotient("-1", "-8", 2, "0.13");
  check_quotient("0.449", "1", 0, "0"); /* not 0.45 and then 0.5 and then 1 */
  check_quotient("1.25", "0.5", 1, "2.5");
  check_quotient("0.000000001", "1000", 9, "0.000000000");
  check_quotient("0.000000005", "10", 9, "0.000000001");
  check_quotient("0", "-7", 3, "0.000");
  check_quotient("100000000", "3", 9, "33333333.3333333"); /* as many decimals as fit */
  check_quotient("1", "3", 200, "0.333333333");
  assert_false(amount_divide(from("1"), from("0.00"), 2, &quotient));
  assert_false(amount_divide(from("999999999999999"), from("0.000000001"), 0, &quotient));
  assert_false(amount_divide(amount_from_int(G_MININT64), from("-0.000000001"), 9, &quotient));
  assert_int_equal(quotient.units, 7);
}

static void rounding_goes_away_from_zero(void **state)
{
  (void)state;
  static const struct {
    const char *from;
    guint scale;
    const char *to;
  } rows[] = {
    { "0.5", 0, "1" },       { "-0.5", 0, "-1" },
    { "0.49", 0, "0" },      { "-0.49", 0, "0" },
    { "2.5", 0, "3" },       { "1.005", 2, "1.01" },
    { "9.995", 2, "10.00" }, { "8.5", 3, "8.5" },
    { "8.50", 2, "8.50" },   { "999999.999999999", 0, "1000000" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    check_written(amount_round(from(rows[i].from), rows[i].scale), rows[i].to);
  check_written(amount_negate(from("1.20")), "-1.20");
  check_written(amount_negate(from("0.0")), "0.0");
  check_written(amount_from_int(G_MININT64), "-9223372036854775808");
  assert_true(amount_negate(amount_from_int(G_MININT64)).units > 0);
}

static void people_see_thousands_and_a_true_minus(void **state)
{
  (void)state;
  static const struct {
    const char *from;
    int decimals;
    const char *to;
  } rows[] = {
    { "0", -1, "0" },
    { "0", 2, "0.00" },
    { "999", -1, "999" },
    { "1000", -1, "1,000" },
    { "-1234.50", -1, "−1,234.50" },
    { "-1234.50", 0, "−1,235" },
    { "-1234.50", 1, "−1,234.5" },
    { "123456", 1, "123,456.0" },
    { "1234567.891", 2, "1,234,567.89" },
    { "999999.95", 1, "1,000,000.0" },
    { "-0.04", 1, "0.0" }, /* no minus before zero */
    { "-100", 0, "−100" },
    { "8.5", 4, "8.5000" },
    { "0.05", -7, "0.05" },
    { "1", G_MAXINT, "1.000000000" },
    { "999999999999999", -1, "999,999,999,999,999" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *text = amount_format(from(rows[i].from), rows[i].decimals);
    assert_string_equal(text, rows[i].to);
  }
}

static void doubles_are_the_nearest(void **state)
{
  (void)state;
  assert_true(amount_to_double(from("0.1")) == 0.1);
  assert_true(amount_to_double(from("-1234.57")) == -1234.57);
  assert_true(amount_to_double(from("999999.999999999")) == 999999.999999999);
  assert_true(amount_to_double(from("999999999999999")) == 999999999999999.0);
}

/* The same numbers every time: a linear congruence, sizes spread over all lengths. */
static Amount next_amount(guint64 *seed)
{
  *seed = *seed * G_GUINT64_CONSTANT(6364136223846793005) + G_GUINT64_CONSTANT(1442695040888963407);
  gint64 units = (gint64)(*seed >> 14) % G_GINT64_CONSTANT(1000000000000000);
  for (guint64 cut = (*seed >> 8) % 15; cut > 0; cut--)
    units /= 10;
  return (Amount){ *seed & 128 ? -units : units, (guint8)((*seed >> 33) % (AMOUNT_MAX_SCALE + 1)) };
}

static void laws_hold_for_many_numbers(void **state)
{
  (void)state;
  guint64 seed = 2010;
  guint sums = 0, products = 0;
  for (int i = 0; i < 20000; i++) {
    Amount a = next_amount(&seed), b = next_amount(&seed), other, back;
    g_autofree char *text = amount_to_string(a);
    Amount again = from(text);
    assert_true(again.units == a.units && again.scale == a.scale);
    assert_int_equal(amount_compare(a, b), -amount_compare(b, a));
    assert_int_equal(amount_compare(a, b), amount_compare(amount_negate(b), amount_negate(a)));
    if (amount_add(a, b, &other) && amount_subtract(other, b, &back)) {
      assert_int_equal(amount_compare(back, a), 0);
      sums++;
    }
    if (amount_multiply(a, b, &other)) {
      Amount turned;
      assert_true(amount_multiply(b, a, &turned));
      assert_int_equal(amount_compare(other, turned), 0);
      g_autofree char *written = amount_to_string(other);
      from(written);
      products++;
    }
  }
  assert_true(sums > 5000 && products > 5000); /* the laws were put to the test */
}

static void quotients_are_within_half_a_step(void **state)
{
  (void)state;
  guint64 seed = 4;
  for (int i = 0; i < 5000; i++) {
    gint64 a = next_amount(&seed).units % 100000000, b = next_amount(&seed).units % 10000;
    Amount quotient;
    if (b == 0)
      continue;
    assert_true(amount_divide(amount_from_int(a), amount_from_int(b), 3, &quotient));
    assert_int_equal(quotient.scale, 3);
    assert_true(ABS(2 * (quotient.units * b - a * 1000)) <= ABS(b));
  }
}

static void test_thousands(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    bool all; /* every comma of it */
  } cases[] = {
    { "1,234", true },   { "12,345", true },     { "123,456,789", true }, { "\u00A31,234", true },
    { "(9,702)", true }, { "1234,567", false },  { "19,2870", false },    { "1,23", false },
    { ",192", false },   { "0.192,870", false }, { "1,,234", false },     { "1, 234", false },
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    bool all = true;
    for (const char *at = cases[i].text; (at = strchr(at, ',')); at++)
      all &= amount_is_thousands(cases[i].text, at);
    if (all != cases[i].all)
      fail_msg("'%s'", cases[i].text);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(parse_takes_plain_decimals),
    cmocka_unit_test(parse_refuses_everything_else),
    cmocka_unit_test(comparing_ignores_how_it_is_written),
    cmocka_unit_test(sums_are_exact_or_refused),
    cmocka_unit_test(products_keep_their_decimals_while_they_fit),
    cmocka_unit_test(quotients_are_rounded_once),
    cmocka_unit_test(rounding_goes_away_from_zero),
    cmocka_unit_test(people_see_thousands_and_a_true_minus),
    cmocka_unit_test(doubles_are_the_nearest),
    cmocka_unit_test(laws_hold_for_many_numbers),
    cmocka_unit_test(quotients_are_within_half_a_step),
    cmocka_unit_test(test_thousands),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
