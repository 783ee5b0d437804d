/* Dates: the calendar against GLib's, and guesses at typed dates. */
#include "dates.h"
#include "testing.h"

#include <string.h>

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

static void printed_dates_are_read_where_they_are_certain(void **state)
{
  (void)state;
  static const struct {
    const char *words, *date;
  } cases[] = {
    { "May 2006", "2006-05" },
    { "by end of March 2010", "2010-03" },
    { "By the end of March, 2010", "2010-03" },
    { "31st March 2010", "2010-03-31" },
    { "Wednesday 31 March 2010", "2010-03-31" },
    { "Sept. 2009", "2009-09" },
    { "May  2006. Assessment", "2006-05" },
    { "31/03/2010", "2010-03-31" },
    { "4.4.2010", "2010-04-04" },
    { "2010-03", "2010-03" },
    { "03/04/2010", NULL },
    { "Spring 2010", NULL },
    { "March 10", NULL },
    { "from May 2006", NULL },
    { "before May 2006", NULL },
    { "mid March 2010", NULL },
    { "Marsh 2010", NULL },
    { "31 February 2010", NULL },
    { "June 2006 to the group, July to the board", NULL },
    { "September 2014 and January 2015", NULL },
    { "May 2006 (first draft), June 2007", NULL },
    { "May 2006 or later", NULL },
    { "Ongoing", NULL },
    { "2010", NULL },
    { "", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    Date date = { 0 };
    bool read = date_in_words(cases[i].words, &date);
    g_autofree char *text = date_to_string(date);
    if (read != (cases[i].date != NULL) || (read && strcmp(text, cases[i].date) != 0))
      fail_msg("%s: %s", cases[i].words, read ? text : "not read");
  }
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

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_day_of_the_century_is_read),
    cmocka_unit_test(other_forms_are_refused),
    cmocka_unit_test(printed_dates_are_read_where_they_are_certain),
    cmocka_unit_test(a_month_stands_for_its_last_day),
    cmocka_unit_test(typed_dates_are_guessed),
    cmocka_unit_test(a_guess_is_always_a_date),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
