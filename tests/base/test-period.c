/* Periods: how they are read and written, their days, their order, and what comes before and after. */
#include "dates.h"
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

static void check_period(Period period, const char *expected)
{
  g_autofree char *text = period_to_string(period);
  assert_string_equal(text, expected);
}

static void check_belongs(const char *text, int begins, const char *expected)
{
  Period period;
  assert_true(period_parse(text, &period));
  check_period(period_belongs(period, begins), expected);
}

static void periods_are_read_and_written(void **state)
{
  (void)state;
  static const char *const good[] = { "2009-10",
                                      "2009-10-Q1",
                                      "2009-10-Q4",
                                      "2009-10-M1",
                                      "2009-10-M9",
                                      "2009-10-M10",
                                      "2009-10-M12",
                                      "2000-01",
                                      "2098-99",
                                      "2010-11",
                                      "2009",
                                      "2009-Q4",
                                      "2009-M12",
                                      "2000",
                                      "2099",
                                      "2099-Q4",
                                      "2009-10-AY",
                                      "2009-10-AY-T1",
                                      "2098-99-AY-T3",
                                      "2007/2009",
                                      "2009-10/2011-12",
                                      "2009-10-AY/2010-11-AY",
                                      "2009-Q2/2010-Q1",
                                      "2009-10-Q2/2010-11-Q1",
                                      "2009-Q1/2010-Q4",
                                      "2009-M2/2009-M5",
                                      "2009-10-AY-T1/2009-10-AY-T2",
                                      "2009-10-AY-T2/2010-11-AY-T1",
                                      "2009-10-M12/2010-11-M1",
                                      "2000/2099" };
  for (guint i = 0; i < G_N_ELEMENTS(good); i++)
    check_period(period_of(good[i]), good[i]);
  static const char *const bad[] = { "",
                                     "209",
                                     "2009-11",
                                     "2009-09",
                                     "2009-2010",
                                     "2009-10-",
                                     "2009-10-Q0",
                                     "2009-10-Q5",
                                     "2009-10-M0",
                                     "2009-10-M13",
                                     "2009-10-M01",
                                     "2009-10-M",
                                     "2009-10-q4",
                                     "2009-10Q4",
                                     "2009-10-X1",
                                     "2009-10-Q4 ",
                                     "2009-10-Q44",
                                     "2009-10-M111",
                                     "1999-00",
                                     "2099-00",
                                     "2009/10",
                                     "Q4 2009-10",
                                     "2009-1O",
                                     "2009-10-Q-1",
                                     "2009-10-M+1",
                                     "2009-10-M1x",
                                     "1999",
                                     "2100",
                                     "2009-",
                                     "2009-Q5",
                                     "2009-T1",
                                     "2009-AY",
                                     "2009-10-T1",
                                     "2009-10-AY-",
                                     "2009-10-AY-Q1",
                                     "2009-10-AY-T4",
                                     "2009-10-ay",
                                     "2099-00-AY",
                                     "2009/2010",
                                     /* many write a financial year like that */ "2009/2009",
                                     "2009/2008",
                                     "2009/",
                                     "/2009",
                                     "2009/2010-11",
                                     "2009-10/2011-12-AY",
                                     "2009-Q1/2010",
                                     "2007/2008/2009",
                                     "2009-Q1/2009-M12",
                                     "2009-10-AY-T1/2009-10-AY",
                                     "2009-M1x/2009-M2" };
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    Period period = { PERIOD_YEAR, 1, 0 };
    if (period_parse(bad[i], &period))
      fail_msg("'%s' was read as a period", bad[i]);
    assert_int_equal(period.year, 1);
  }
  check_period((Period){ 0 }, "");
  /* what has the days of one period is that one */
  check_period(period_of("2009-Q1/2009-Q4"), "2009");
  check_period(period_of("2009-10-M4/2009-10-M6"), "2009-10-Q2");
  check_period(period_of("2009-10-AY-T1/2009-10-AY-T3"), "2009-10-AY");
  check_period(period_of("2009-10-Q1/2011-12-Q4"), "2009-10/2011-12");
}

static void periods_know_their_days(void **state)
{
  (void)state;
  static const struct {
    const char *period, *first, *last;
  } rows[] = {
    { "2009-10", "2009-04-01", "2010-03-31" },
    { "2009-10-Q1", "2009-04-01", "2009-06-30" },
    { "2009-10-Q2", "2009-07-01", "2009-09-30" },
    { "2009-10-Q3", "2009-10-01", "2009-12-31" },
    { "2009-10-Q4", "2010-01-01", "2010-03-31" },
    { "2009-10-M1", "2009-04-01", "2009-04-30" },
    { "2009-10-M9", "2009-12-01", "2009-12-31" },
    { "2009-10-M10", "2010-01-01", "2010-01-31" },
    { "2009-10-M11", "2010-02-01", "2010-02-28" },
    { "2011-12-M11", "2012-02-01", "2012-02-29" },
    { "2009", "2009-01-01", "2009-12-31" },
    { "2009-Q4", "2009-10-01", "2009-12-31" },
    { "2012-M2", "2012-02-01", "2012-02-29" },
    { "2009-10-AY", "2009-09-01", "2010-08-31" },
    { "2009-10-AY-T1", "2009-09-01", "2009-12-31" },
    { "2009-10-AY-T2", "2010-01-01", "2010-04-30" },
    { "2009-10-AY-T3", "2010-05-01", "2010-08-31" },
    { "2007/2009", "2007-01-01", "2009-12-31" },
    { "2009-10-AY/2010-11-AY", "2009-09-01", "2011-08-31" },
    { "2009-10-Q2/2010-11-Q1", "2009-07-01", "2010-06-30" },
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
    { "2009", 1, 0, "2008" },
    { "2009", 0, 1, "2008" },
    { "2099", -1, 0, "" },
    { "2009-Q1", 0, 1, "2008-Q4" },
    { "2009-10-AY-T1", 0, 1, "2008-09-AY-T3" },
    { "2009-10-AY-T2", 1, 0, "2008-09-AY-T2" },
    { "2007/2009", 1, 0, "2006/2008" },
    { "2007/2009", 0, 1, "2006/2008" },
    { "2000/2002", 1, 0, "" },
    { "2097/2099", -1, 0, "" },
    { "2009-10-Q2/2010-11-Q1", 1, 0, "2008-09-Q2/2009-10-Q1" },
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
  static const char *const starts[] = { "2000-01", "2000-01-Q1", "2000-01-M1", "2000",
                                        "2000-Q1", "2000-M1",    "2000-01-AY", "2000-01-AY-T1" };
  static const int counts[] = { 99, 99 * 4, 99 * 12, 100, 100 * 4, 100 * 12, 99, 99 * 3 },
                   months[] = { 4, 4, 4, 1, 1, 1, 9, 9 };
  for (guint kind = 0; kind < G_N_ELEMENTS(starts); kind++) {
    int n = 0;
    GDate next;
    g_date_clear(&next, 1);
    g_date_set_dmy(&next, 1, (GDateMonth)months[kind], 2000);
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

static void typed_periods_are_guessed(void **state)
{
  (void)state;
  static const struct {
    const char *typed, *meant; /* NULL: no guess */
  } rows[] = {
    { "2009/10 Q4", "2009-10-Q4" },
    { "2009-10-q4", "2009-10-Q4" },
    { "Q4 2009/10", "2009-10-Q4" },
    { "Quarter 4, 2009-10", "2009-10-Q4" },
    { "2025/26", "2025-26" },
    { "2025-6", "2025-26" },
    { "25/26", "2025-26" },
    { "FY 2025/26", "2025-26; where the council's year does not begin in April 2025-Q2/2026-Q1" },
    { "2025\xe2\x80\x93"
      "26",
      "2025-26" },
    { "2025/2026", "2025-26 for the year, or 2025-Q1/2026-Q4 for both calendar years" },
    { "2025-2026", "2025-26 for the year, or 2025-Q1/2026-Q4 for both calendar years" },
    { "financial year 2025-2026", "2025-26; where the council's year does not begin in April 2025-Q2/2026-Q1" },
    { "AY 2025/26", "2025-26-AY" },
    { "2025/26 academic year", "2025-26-AY" },
    { "AY2025-26", "2025-26-AY" },
    { "school year 2025 to 2026", "2025-26-AY" },
    { "Autumn term 2025/26", "2025-26-AY-T1" },
    { "spring 2026", "2025-26-AY-T2" },
    { "autumn 2025", "2025-26-AY-T1" },
    { "2025-26-T2", "2025-26-AY-T2" },
    { "2025 Q2", "2025-Q2 in the calendar year, or 2025-26-Q2 in the year that begins in April 2025" },
    { "Q2 of 2025", "2025-Q2 in the calendar year, or 2025-26-Q2 in the year that begins in April 2025" },
    { "CY 2025", "2025" },
    { "calendar year 2025", "2025" },
    { "CY2025 Q2", "2025-Q2" },
    { "2021-2023", "2021/2023" },
    { "2021 to 2023", "2021/2023" },
    { "2021-23", "2021/2023 for calendar years from the first to the last, or 2021-22/2022-23 for financial years" },
    { "2022/23 to 2024/25", "2022-23/2024-25" },
    { "2022/23-2024/25 academic years", "2022-23-AY/2024-25-AY" },
    { "June 2025", "2025-M6" },
    { "2025-06", "2025-M6" },
    { "2005-07", "2005-M7 for the month, or 2005/2007 for calendar years from the first to the last, or "
                 "2005-06/2006-07 for financial years" },
    { "06/2025", "2025-M6" },
    { "", NULL },
    { "FY2025", "2024-25 if it ends in 2025, or 2025-26 if it begins in it" },
    { "FY25", "2024-25 if it ends in 2025, or 2025-26 if it begins in it" },
    { "3 years to 2022", "2020/2022 for calendar years, or 2019-20/2021-22 for financial years" },
    { "Five years ending 2022", "2018/2022 for calendar years, or 2017-18/2021-22 for financial years" },
    { "3 years to come", NULL },
    { "year to March 2023", "2022-23, or 2022-Q2/2023-Q1 where the council's year does not begin in April" },
    { "12 months to 30 June 2023", "2022-Q3/2023-Q2" },
    { "year ended December 2022", "2022" },
    { "12 months to May 2023", "2022-M6/2023-M5" },
    { "academic year 2025", NULL },
    { "2025-26-Q5", NULL },
    { "2025-26-AY-Q1", "2025-26-AY-T1, 2025-26-AY-T2 or 2025-26-AY-T3 for a term" },
    { "2023/2021", "2021/2023" },
    { "2009-10-Q44", NULL },
    { "2O10-11", NULL },
    { "next year", NULL },
    { "1925/26", NULL },
    { "2025 2026 2027", NULL },
    { "31/03/2025", NULL },
    { "99999999999999999999", NULL },
    { "Q", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *guess = period_advice(rows[i].typed);
    if (g_strcmp0(guess, rows[i].meant) != 0)
      fail_msg("'%s': %s", rows[i].typed, guess ? guess : "no guess");
  }
}

/* ---- every period that there is --------------------------------------------------------------------------------- */

/* Years, quarters, months and terms of some years of each kind, and spans. */
static GPtrArray *all_written(void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
  for (int year = 2008; year <= 2011; year++) {
    static const char *const years[] = { "%d", "%d-%02d", "%d-%02d-AY" };
    for (guint kind = 0; kind < G_N_ELEMENTS(years); kind++) {
      g_autofree char *one = g_strdup_printf(years[kind], year, (year + 1) % 100);
      g_autofree char *third = g_strdup_printf(years[kind], year + 2, (year + 3) % 100);
      g_ptr_array_add(all, g_strdup(one));
      g_ptr_array_add(all, g_strconcat(one, "/", third, NULL));
      for (int part = 1; part <= 12; part++) {
        if (kind == 2 ? part <= 3 : part <= 4)
          g_ptr_array_add(all, g_strdup_printf("%s-%c%d", one, kind == 2 ? 'T' : 'Q', part));
        if (kind != 2)
          g_ptr_array_add(all, g_strdup_printf("%s-M%d", one, part));
        if (kind != 2 && part <= 4)
          g_ptr_array_add(all, g_strdup_printf("%s-Q%d/%s-Q%d", one, part, third, part));
      }
    }
  }
  return all;
}

static bool same_days(Period a, Period b)
{
  return date_compare(period_first_day(a), period_first_day(b)) == 0 &&
         date_compare(period_last_day(a), period_last_day(b)) == 0;
}

static void check_one(Period period, const char *text)
{
  check_period(period, text);
  assert_true(date_compare(period_first_day(period), period_last_day(period)) < 0);
  assert_true(period_has_day(period, period_first_day(period)) && period_has_day(period, period_last_day(period)));
  Period before = period_back(period, 0, 1), year_before = period_back(period, 1, 0);
  assert_true(period_equal(period_back(before, 0, -1), period) &&
              period_equal(period_back(year_before, -1, 0), period));
  assert_true(period_compare(before, period) < 0 && period_alike(before, period) && period_alike(year_before, period));
  assert_false(period_has_day(before, period_last_day(period)));
  assert_true(period_has_day(period_year(period), period_last_day(period)));
  assert_true(period_equal(period_year(period), period_year_of(period_last_day(period), period.begins)));
  Period parts[PERIOD_PARTS];
  guint n = period_parts(period, parts);
  for (guint i = 0; i < n; i++) {
    assert_true(period_holds(period, parts[i]) && !period_holds(parts[i], period));
    assert_true(i == 0 || period_equal(period_back(parts[i], 0, 1), parts[i - 1]));
  }
  assert_true(n == 0 || (date_compare(period_first_day(parts[0]), period_first_day(period)) == 0 &&
                         date_compare(period_last_day(parts[n - 1]), period_last_day(period)) == 0));
}

static void each_has_its_place(void **state)
{
  (void)state;
  g_autoptr(GPtrArray) all = all_written();
  for (guint i = 0; i < all->len; i++) {
    Period a = period_of(g_ptr_array_index(all, i));
    check_one(a, g_ptr_array_index(all, i));
    for (guint j = 0; j < all->len; j++) {
      Period b = period_of(g_ptr_array_index(all, j));
      int by_day = date_compare(period_last_day(a), period_last_day(b));
      if (by_day != 0)
        assert_int_equal(period_compare(a, b), by_day);
      assert_int_equal(period_compare(a, b), -period_compare(b, a));
      assert_int_equal(period_equal(a, b), same_days(a, b));
      assert_int_equal(period_compare(a, b) == 0, same_days(a, b));
      assert_int_equal(period_holds(a, b),
                       period_has_day(a, period_first_day(b)) && period_has_day(a, period_last_day(b)));
    }
  }
}

/* ---- a council's own year --------------------------------------------------------------------------------------- */

static void settling_keeps_written_days(void **state)
{
  (void)state;
  g_autoptr(GPtrArray) all = all_written();
  for (int begins = 1; begins <= 12; begins++)
    for (guint i = 0; i < all->len; i++) {
      Period was = period_of(g_ptr_array_index(all, i)), is = period_settle(was, begins);
      bool own = was.begins == BEGINS_APRIL && begins != BEGINS_JANUARY; /* its month was not written */
      if (!own)
        assert_true(same_days(was, is));
      else
        assert_int_equal(period_first_day(period_settle(period_year(was), begins)).month, begins);
      assert_true(own || was.begins == is.begins || is.begins == (begins == 4 ? BEGINS_APRIL : begins));
      Period again = period_settle(is, begins);
      assert_true(period_equal(again, is) && again.kind == is.kind && again.begins == is.begins);
    }
}

static void settled_periods_are_the_council_s(void **state)
{
  (void)state;
  static const struct {
    const char *written;
    int begins;
    const char *is, *first;
  } rows[] = {
    { "2009-10-Q1", 4, "2009-10-Q1", "2009-04-01" },   { "2009-Q2", 4, "2009-10-Q1", "2009-04-01" },
    { "2010-M1", 4, "2009-10-M10", "2010-01-01" },     { "2009", 4, "2009", "2009-01-01" },
    { "2009-Q2/2010-Q1", 4, "2009-10", "2009-04-01" }, { "2009-10-AY", 4, "2009-10-AY", "2009-09-01" },
    { "2009-10-Q1", 9, "2009-10-Q1", "2009-09-01" },   { "2009-10-M1", 9, "2009-10-M1", "2009-09-01" },
    { "2009-10-AY", 9, "2009-10", "2009-09-01" },      { "2009-10-AY-T1", 9, "2009-10-AY-T1", "2009-09-01" },
    { "2009-Q2", 9, "2009-Q2", "2009-04-01" },         { "2009-Q2", 1, "2009-Q2", "2009-04-01" },
    { "2009-10-Q1", 1, "2009-Q2", "2009-04-01" },      { "2009-10", 1, "2009-10", "2009-04-01" },
    { "2009-10-Q4", 7, "2009-10-Q4", "2010-04-01" },   { "2007-08/2009-10", 7, "2007-08/2009-10", "2007-07-01" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    Period is = period_settle(period_of(rows[i].written), rows[i].begins);
    check_period(is, rows[i].is);
    check_date(period_first_day(is), rows[i].first);
  }
  check_period(period_year_of(date_of("2010-03-31"), BEGINS_APRIL), "2009-10");
  check_period(period_year_of(date_of("2010-04"), BEGINS_APRIL), "2010-11");
  check_period(period_year_of(date_of("2010-04"), BEGINS_JANUARY), "2010");
  check_belongs("2009-10-AY", BEGINS_APRIL, "2010-11");
  check_belongs("2009-10-AY", 8, "2009-10");
  check_belongs("2009-10-AY", 6, "2009-10");
  check_belongs("2009-10-AY", 5, "2010-11");
  check_belongs("2009-10-AY-T3", 8, "2009-10");
  check_belongs("2009-10-AY-T1", 8, "2009-10");
  check_belongs("2009", BEGINS_APRIL, "2009-10");
  check_belongs("2009", 10, "2008-09");
  check_belongs("2009-Q1", 3, "2009-10");
  check_belongs("2007/2009", BEGINS_APRIL, "2009-10");
  check_period(period_year_of(date_of("2010-08-31"), BEGINS_ACADEMIC), "2009-10-AY");
  check_period(period_year_of((Date){ 0 }, BEGINS_APRIL), "");
  assert_false(period_given(period_settle((Period){ 0 }, 9)));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(periods_are_read_and_written),
    cmocka_unit_test(periods_know_their_days),
    cmocka_unit_test(periods_are_ordered_by_their_end),
    cmocka_unit_test(going_back_crosses_years),
    cmocka_unit_test(periods_follow_without_gaps),
    cmocka_unit_test(typed_periods_are_guessed),
    cmocka_unit_test(each_has_its_place),
    cmocka_unit_test(settling_keeps_written_days),
    cmocka_unit_test(settled_periods_are_the_council_s),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
