/* Occasions: which folder belongs to which, and what the calendar says of them. */
#include "testing.h"

#include "release/occasion.h"
#include <string.h>

static void test_parse(void **state)
{
  (void)state;
  static const char *const good[] = { "2009-10", "2009-10-Q4",        "2009-10-M12", "2009",
                                      "2009-Q4", "papers/2013-01-15", NULL };
  static const char *const bad[] = { "",
                                     "209",
                                     "2007/2009",
                                     "2009-10-AY",
                                     "2009-10-AY-T1",
                                     "2009-10-Q5",
                                     "papers",
                                     "papers/",
                                     "papers/2013-01",
                                     "papers/2013-02-30",
                                     "2009-10-Q4/",
                                     "../2009-10",
                                     "papers/2013-01-15/x",
                                     "public",
                                     NULL };
  Occasion occasion;
  for (const char *const *text = good; *text; text++) {
    assert_true(occasion_parse(*text, &occasion));
    g_autofree char *folder = occasion_folder(&occasion);
    assert_string_equal(folder, *text);
  }
  for (const char *const *text = bad; *text; text++)
    if (occasion_parse(*text, &occasion))
      fail_msg("'%s' is taken for an occasion", *text);
}

static void test_of(void **state)
{
  (void)state;
  Occasion quarter, meeting, other;
  assert_true(occasion_of("2009-10-Q4/boards/safer", &quarter));
  assert_true(occasion_of("papers/2013-01-15/support", &meeting));
  assert_true(occasion_parse("2009-10-Q4", &other) && occasion_equal(&quarter, &other));
  assert_false(occasion_equal(&meeting, &other));
  assert_false(occasion_of("2009-10-Q4", &other));
  assert_false(occasion_of("2009-10-Q4/", &other));
  assert_false(occasion_of("papers/undated/support", &other));
  assert_false(occasion_of("/2009-10-Q4/housing", &other));
}

static void add(Calendar *calendar, Arena *arena, const char *period, const char *day)
{
  ReleaseDay *row = record_new(arena, &release_day_spec, &calendar->record);
  period_parse(period, &row->period); /* a period that cannot be read is not given */
  assert_true(date_parse(day, &row->day));
  g_ptr_array_add(calendar->releases, row);
}

static void test_day(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Calendar *calendar = record_new(arena, &calendar_spec, NULL);
  add(calendar, arena, "unreadable", "2001-01-01");
  add(calendar, arena, "2009-10", "2010-04-30");
  add(calendar, arena, "2009-10-Q4", "2010-06-15");
  Meeting *meeting = record_new(arena, &meeting_spec, &calendar->record);
  assert_true(date_parse("2013-01-15", &meeting->date) && date_parse("2013-01-07", &meeting->papers));
  g_ptr_array_add(calendar->meetings, meeting);
  static const char *const days[][2] = {
    { "2009-10", "2010-04-30" }, { "2009-10-Q4", "2010-06-15" },        { "2009-10-Q3", "" },
    { "2009-10-M12", "" },       { "papers/2013-01-15", "2013-01-07" }, { "papers/2013-01-16", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
    Occasion occasion;
    assert_true(occasion_parse(days[i][0], &occasion));
    Date day = occasion_day(&occasion, calendar);
    g_autofree char *text = date_given(day) ? date_to_string(day) : g_strdup("");
    assert_string_equal(text, days[i][1]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_parse),
    cmocka_unit_test(test_of),
    cmocka_unit_test(test_day),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
