/* Dates and periods: the calendar against GLib's, guesses at typed dates, and financial years over their borders. */
#include "testing.h"

#include "base/period.h"
#include <string.h>

static Date date_of(const char *text)
{
  Date date;
  if (!date_parse(text, &date))
    fail_msg("'%s' is not read as a date", text);
  return date;
}

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

static void every_day_of_the_century_is_read(void **state)
{
  (void)state;
  Date last = { 0 };
  guint n = 0;
  for (int year = 1999; year <= 2100; year++)
    for (int month = 0; month <= 13; month++)
      for (int day = 0; day <= 32; day++) {
        g_autofree char *text = g_strdup_printf("%04d-%02d-%02d", year, month, day);
        bool real = year >= 2000 && year <= 2099 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
        Date date;
        if (date_parse(text, &date) != real)
          fail_msg("%s: %s", text, real ? "refused" : "read");
        if (!real)
          continue;
        check_date(date, text);
        assert_int_equal(date_compare(last, date), -1);
        assert_int_equal(date_compare(date, last), 1);
        last = date;
        n++;
      }
  assert_int_equal(n, 36525);
}

static void other_forms_are_refused(void **state)
{
  (void)state;
  static const char *const bad[] = {
    "",           "2010",       "2010-3",     "2010-00",     "2010-13",    "2010-3-31",  "2010/03/31",
    "31-03-2010", "2010-03-",   "2010-03-3",  "2010-03-311", "2010-0331",  " 2010-03",   "2010-03 ",
    "2010-03-00", "2010-02-29", "2100-01-01", "1999-12-31",  "+010-03-31", "2010-+3-31", "20100331",
    "2010-03-3x", "2010-03T31", "abcd-ef-gh", "2010--3-01"
  };
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    Date date = { 1, 2, 3 };
    if (date_parse(bad[i], &date))
      fail_msg("'%s' was read as a date", bad[i]);
    assert_int_equal(date.year, 1); /* set only on success */
  }
}

static void a_month_stands_for_its_last_day(void **state)
{
  (void)state;
  check_date(date_of("2010-03"), "2010-03");
  check_date(date_last_day(date_of("2010-03")), "2010-03-31");
  check_date(date_last_day(date_of("2010-02")), "2010-02-28");
  check_date(date_last_day(date_of("2012-02")), "2012-02-29");
  check_date(date_last_day(date_of("2000-02")), "2000-02-29");
  check_date(date_last_day(date_of("2010-03-04")), "2010-03-04");
  assert_int_equal(date_compare(date_of("2010-03"), date_of("2010-03-31")), 0);
  assert_int_equal(date_compare(date_of("2010-03"), date_of("2010-03-30")), 1);
  assert_int_equal(date_compare(date_of("2010-03"), date_of("2010-04-01")), -1);
  Date none = { 0 };
  assert_false(date_given(none));
  assert_true(date_given(date_of("2010-03")));
  check_date(none, "");
  check_date(date_last_day(none), "");
  assert_int_equal(date_compare(none, none), 0);
}

static void typed_dates_are_guessed(void **state)
{
  (void)state;
  static const struct {
    const char *typed;
    const char *meant; /* NULL: no guess */
  } rows[] = {
    { "28/02/2010", "2010-02-28" },
    { "28.2.10", "2010-02-28" },
    { "28-2-2010", "2010-02-28" },
    { "28 02 10", "2010-02-28" },
    { "28 Feb 2010", "2010-02-28" },
    { "28-FEB-10", "2010-02-28" },
    { "28feb2010", "2010-02-28" },
    { "28th February, 2010", "2010-02-28" },
    { "Sunday 28th of February 2010", "2010-02-28" },
    { "1st March 2010", "2010-03-01" },
    { "February 28, 2010", "2010-02-28" },
    { "2010 Feb 28", "2010-02-28" },
    { "28 Febuary 2010", "2010-02-28" },
    { "30 Sept 2009", "2009-09-30" },
    { "2010/03/31", "2010-03-31" },
    { "2010.3.1", "2010-03-01" },
    { "2010-3-1", "2010-03-01" },
    { "20100331", "2010-03-31" },
    { "31032010", "2010-03-31" },
    { "2010-03-31T00:00:00", "2010-03-31" },
    { "31/03/2010 00:00", "2010-03-31" },
    { " 2010-03-31\n", "2010-03-31" },
    { "29/02/2012", "2012-02-29" },
    { "02/28/2010", "2010-02-28" }, /* cannot be day first */
    { "02/13/2010", "2010-02-13" },
    { "03/04/2010", "2010-04-03" }, /* can */
    { "March 2010", "2010-03" },
    { "by end March 2010", "2010-03" },
    { "Mar-10", "2010-03" },
    { "2010 March", "2010-03" },
    { "03/2010", "2010-03" },
    { "2010-3", "2010-03" },
    { "201003", "2010-03" },
    { "", NULL },
    { " - ", NULL },
    { "31/02/2010", NULL },
    { "29/02/2010", NULL },
    { "0/3/2010", NULL },
    { "00 March 2010", NULL },
    { "2010-13-01", NULL },
    { "28 Feb", NULL },
    { "March", NULL },
    { "2010", NULL },
    { "28", NULL },
    { "28/2/1910", NULL },
    { "28/2/110", NULL },
    { "March March 2010", NULL },
    { "1 2 3 2010", NULL },
    { "2009-10-Q4", NULL },
    { "ongoing", NULL },
    { "tbc", NULL },
    { "summer 2010", NULL },
    { "Q4 2010", NULL },
    { "28/02/2010 (revised)", NULL },
    { "99999999999999999999", NULL },
    { "28\xe2\x80\x93"
      "02\xe2\x80\x93"
      "2010",
      NULL },
    { ":", NULL },
    { "t:", NULL },
    { "28/02/2010                                                              ", NULL }, /* endless */
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *guess = date_guess(rows[i].typed);
    if (g_strcmp0(guess, rows[i].meant) != 0)
      fail_msg("'%s': %s", rows[i].typed, guess ? guess : "no guess");
  }
}

static void a_guess_is_always_a_date(void **state)
{
  (void)state;
  static const char letters[] = "0123456789 /-.marFebT:";
  guint64 seed = 28022010;
  guint guesses = 0;
  for (int i = 0; i < 30000; i++) {
    char text[13] = { 0 };
    for (guint j = 0; j < 10; j++) {
      seed = seed * G_GUINT64_CONSTANT(6364136223846793005) + 1;
      text[j] = letters[(seed >> 33) % (i % 2 ? sizeof letters - 1 : 12)];
    }
    g_autofree char *guess = date_guess(text);
    Date date;
    if (guess && !date_parse(guess, &date))
      fail_msg("'%s' gives '%s'", text, guess);
    guesses += guess != NULL;
  }
  assert_true(guesses > 10);
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
    cmocka_unit_test(every_day_of_the_century_is_read), cmocka_unit_test(other_forms_are_refused),
    cmocka_unit_test(a_month_stands_for_its_last_day),  cmocka_unit_test(typed_dates_are_guessed),
    cmocka_unit_test(a_guess_is_always_a_date),         cmocka_unit_test(periods_are_read_and_written),
    cmocka_unit_test(periods_know_their_days),          cmocka_unit_test(periods_are_ordered_by_their_end),
    cmocka_unit_test(going_back_crosses_years),         cmocka_unit_test(periods_follow_without_gaps),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
