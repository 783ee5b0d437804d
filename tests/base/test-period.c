/* Periods: how they are read and written, their days, their order, and what comes before and after. */
#include "testing.h"

#include "base/period.h"
#include <string.h>

static Period period_of(const char *text)
{
  Period period;
  if (!period_parse(text, &period))
    fail_msg("'%s' is not read as a period", text);
  return period;
}

static void check_date(Date date, const char *expected)
{
  g_autofree char *text = date_to_string(date);
  assert_string_equal(text, expected);
}

static void check_period(Period period, const char *expected)
{
  g_autofree char *text = period_to_string(period);
  assert_string_equal(text, expected);
}

static void periods_are_read_and_written(void **state)
{
  (void)state;
  static const char *const good[] = { "2009-10",     "2009-10-Q1",  "2009-10-Q4", "2009-10-M1", "2009-10-M9",
                                      "2009-10-M10", "2009-10-M12", "2000-01",    "2098-99",    "2010-11" };
  for (guint i = 0; i < G_N_ELEMENTS(good); i++)
    check_period(period_of(good[i]), good[i]);
  static const char *const bad[] = {
    "",           "2009",        "2009-11",     "2009-09",      "2009-2010",  "2009-10-",   "2009-10-Q0",
    "2009-10-Q5", "2009-10-M0",  "2009-10-M13", "2009-10-M01",  "2009-10-M",  "2009-10-q4", "2009-10Q4",
    "2009-10-X1", "2009-10-Q4 ", "2009-10-Q44", "2009-10-M111", "1999-00",    "2099-00",    "2009/10",
    "Q4 2009-10", "2009-1O",     "2009-10-Q-1", "2009-10-M+1",  "2009-10-M1x"
  };
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    Period period = { PERIOD_YEAR, 1, 0 };
    if (period_parse(bad[i], &period))
      fail_msg("'%s' was read as a period", bad[i]);
    assert_int_equal(period.year, 1);
  }
  check_period((Period){ 0 }, "");
}

static void periods_know_their_days(void **state)
{
  (void)state;
  static const struct {
    const char *period, *first, *last;
  } rows[] = {
    { "2009-10", "2009-04-01", "2010-03-31" },     { "2009-10-Q1", "2009-04-01", "2009-06-30" },
    { "2009-10-Q2", "2009-07-01", "2009-09-30" },  { "2009-10-Q3", "2009-10-01", "2009-12-31" },
    { "2009-10-Q4", "2010-01-01", "2010-03-31" },  { "2009-10-M1", "2009-04-01", "2009-04-30" },
    { "2009-10-M9", "2009-12-01", "2009-12-31" },  { "2009-10-M10", "2010-01-01", "2010-01-31" },
    { "2009-10-M11", "2010-02-01", "2010-02-28" }, { "2011-12-M11", "2012-02-01", "2012-02-29" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    check_date(period_first_day(period_of(rows[i].period)), rows[i].first);
    check_date(period_last_day(period_of(rows[i].period)), rows[i].last);
  }
  assert_false(date_given(period_first_day((Period){ 0 })));
  assert_false(date_given(period_last_day((Period){ 0 })));
}

static void periods_are_ordered_by_their_end(void **state)
{
  (void)state;
  static const char *const order[] = { "2008-09",    "2009-10-M1", "2009-10-M2",  "2009-10-M3", "2009-10-Q1",
                                       "2009-10-M4", "2009-10-Q2", "2009-10-M12", "2009-10-Q4", "2009-10" };
  for (int i = 0; i < (int)G_N_ELEMENTS(order); i++) {
    assert_int_equal(period_compare((Period){ 0 }, period_of(order[i])), -1);
    for (int j = 0; j < (int)G_N_ELEMENTS(order); j++) {
      assert_int_equal(period_compare(period_of(order[i]), period_of(order[j])), (i > j) - (i < j));
      assert_int_equal(period_equal(period_of(order[i]), period_of(order[j])), i == j);
    }
  }
  assert_int_equal(period_compare((Period){ 0 }, (Period){ 0 }), 0);
}

static void going_back_crosses_years(void **state)
{
  (void)state;
  static const struct {
    const char *from;
    int years, parts;
    const char *to;
  } rows[] = {
    { "2009-10-Q4", 0, 0, "2009-10-Q4" },
    { "2009-10-Q4", 1, 0, "2008-09-Q4" },
    { "2009-10-Q1", 0, 1, "2008-09-Q4" },
    { "2009-10-Q2", 1, 3, "2007-08-Q3" },
    { "2009-10-Q4", 0, 4, "2008-09-Q4" },
    { "2009-10-Q4", 0, 3, "2009-10-Q1" },
    { "2009-10-Q4", 0, -1, "2010-11-Q1" },
    { "2009-10-M1", 0, 1, "2008-09-M12" },
    { "2009-10-M12", 0, 11, "2009-10-M1" },
    { "2009-10-M12", 0, 25, "2007-08-M11" },
    { "2009-10", 1, 0, "2008-09" },
    { "2009-10", 0, 1, "2008-09" },
    { "2009-10", 1, 1, "2007-08" },
    { "2000-01-Q1", 0, 1, "" },
    { "2000-01", 1, 0, "" },
    { "2098-99-Q4", -1, 0, "" },
    { "2098-99-M12", 0, -1, "" },
    { "2009-10-Q1", G_MAXINT, G_MAXINT, "" },
    { "2009-10-M1", G_MININT, G_MININT, "" },
    { "2009-10-Q3", 9, 2, "2000-01-Q1" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    check_period(period_back(period_of(rows[i].from), rows[i].years, rows[i].parts), rows[i].to);
  assert_false(period_given(period_back((Period){ 0 }, 1, 1)));
  check_period(period_year(period_of("2009-10-M12")), "2009-10");
  check_period(period_year(period_of("2009-10")), "2009-10");
  assert_false(period_given(period_year((Period){ 0 })));
}

/* Each period starts on the day after the one before, back undoes forward, and its year contains it. */
static bool contains(Period period, Date date)
{
  return date_compare(date, period_first_day(period)) >= 0 && date_compare(date, period_last_day(period)) <= 0;
}

static void periods_follow_without_gaps(void **state)
{
  (void)state;
  static const char *const starts[] = { "2000-01", "2000-01-Q1", "2000-01-M1" };
  static const int counts[] = { 99, 99 * 4, 99 * 12 };
  for (int kind = 0; kind < 3; kind++) {
    int n = 0;
    GDate next;
    g_date_clear(&next, 1);
    g_date_set_dmy(&next, 1, 4, 2000);
    for (Period at = period_of(starts[kind]); period_given(at); at = period_back(at, 0, -1), n++) {
      Date first = period_first_day(at), last = period_last_day(at);
      assert_true(first.year == g_date_get_year(&next) && (int)first.month == (int)g_date_get_month(&next) &&
                  first.day == 1);
      assert_true(contains(at, first) && contains(at, last));
      assert_true(contains(period_year(at), first) && contains(period_year(at), last));
      assert_true(period_equal(period_back(period_back(at, 0, n), 0, -n), at));
      g_date_set_dmy(&next, (GDateDay)last.day, (GDateMonth)last.month, (GDateYear)last.year);
      g_date_add_days(&next, 1);
    }
    assert_int_equal(n, counts[kind]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(periods_are_read_and_written),     cmocka_unit_test(periods_know_their_days),
    cmocka_unit_test(periods_are_ordered_by_their_end), cmocka_unit_test(going_back_crosses_years),
    cmocka_unit_test(periods_follow_without_gaps),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
