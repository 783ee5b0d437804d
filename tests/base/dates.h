/* Dates of tests, as they are written. */
#pragma once
#include "base/date.h"
#include "testing.h"

static inline Date date_of(const char *text)
{
  Date date;
  if (!date_parse(text, &date))
    fail_msg("'%s' is not read as a date", text);
  return date;
}

static inline void check_date(Date date, const char *expected)
{
  g_autofree char *text = date_to_string(date);
  assert_string_equal(text, expected);
}
