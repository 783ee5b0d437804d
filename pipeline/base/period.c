/* Periods of the financial year: years, quarters and months counted from April. */
#include "base/period.h"
#include <string.h>

enum { FIRST_YEAR = 2000, LAST_YEAR = 2098 }; /* the last one ends in March 2099 */

/* How many periods of the kind a year has. */
static int parts_in_year(PeriodKind kind)
{
  switch (kind) {
  case PERIOD_QUARTER:
    return 4;
  case PERIOD_MONTH:
    return 12;
  case PERIOD_YEAR:
    return 1;
  case PERIOD_NONE:
    break;
  }
  return 0;
}

static bool two_digits(const char *text, int *ret_value)
{
  if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
    return false;
  *ret_value = (text[0] - '0') * 10 + (text[1] - '0');
  return true;
}

/* "Q4" or "M12", without leading zeros. */
static bool part_parse(const char *text, PeriodKind *ret_kind, int *ret_part)
{
  if (text[0] != 'Q' && text[0] != 'M')
    return false;
  PeriodKind kind = text[0] == 'Q' ? PERIOD_QUARTER : PERIOD_MONTH;
  gsize length = strlen(text + 1);
  if (length < 1 || length > 2 || text[1] == '0')
    return false;
  int part = 0;
  for (const char *at = text + 1; *at; at++) {
    if (!g_ascii_isdigit(*at))
      return false;
    part = part * 10 + (*at - '0');
  }
  if (part > parts_in_year(kind))
    return false;
  *ret_kind = kind;
  *ret_part = part;
  return true;
}

bool period_parse(const char *text, Period *ret_period)
{
  int century, year, next;
  PeriodKind kind = PERIOD_YEAR;
  int part = 0;
  if (strlen(text) < 7 || !two_digits(text, &century) || !two_digits(text + 2, &year) || text[4] != '-' ||
      !two_digits(text + 5, &next))
    return false;
  if (next != (year + 1) % 100)
    return false;
  year += century * 100;
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return false;
  if (text[7] && (text[7] != '-' || !part_parse(text + 8, &kind, &part)))
    return false;
  *ret_period = (Period){ kind, (gint16)year, (gint8)part };
  return true;
}

char *period_to_string(Period period)
{
  switch (period.kind) {
  case PERIOD_YEAR:
    return g_strdup_printf("%04d-%02d", period.year, (period.year + 1) % 100);
  case PERIOD_QUARTER:
  case PERIOD_MONTH:
    return g_strdup_printf("%04d-%02d-%c%d", period.year, (period.year + 1) % 100,
                           period.kind == PERIOD_QUARTER ? 'Q' : 'M', period.part);
  case PERIOD_NONE:
    break;
  }
  return g_strdup("");
}

bool period_given(Period period)
{
  return period.kind != PERIOD_NONE;
}

int period_compare(Period a, Period b)
{
  int by_day = date_compare(period_last_day(a), period_last_day(b));
  if (by_day != 0)
    return by_day;
  int parts_a = parts_in_year(a.kind), parts_b = parts_in_year(b.kind);
  return (parts_a < parts_b) - (parts_a > parts_b);
}

bool period_equal(Period a, Period b)
{
  return a.kind == b.kind && a.year == b.year && a.part == b.part;
}

/* The calendar month that is the n-th (0-based) of the financial year. */
static Date month_of_year(int year, int n)
{
  int months = year * 12 + 3 + n;
  return (Date){ (gint16)(months / 12), (gint8)(months % 12 + 1), 0 };
}

Date period_first_day(Period period)
{
  if (!period_given(period))
    return (Date){ 0 };
  int months = 12 / parts_in_year(period.kind);
  Date date = month_of_year(period.year, period.kind == PERIOD_YEAR ? 0 : (period.part - 1) * months);
  date.day = 1;
  return date;
}

Date period_last_day(Period period)
{
  if (!period_given(period))
    return (Date){ 0 };
  int months = 12 / parts_in_year(period.kind);
  return date_last_day(month_of_year(period.year, (period.kind == PERIOD_YEAR ? 1 : period.part) * months - 1));
}

Period period_year(Period period)
{
  return period_given(period) ? (Period){ PERIOD_YEAR, period.year, 0 } : period;
}

Period period_back(Period period, int years, int parts)
{
  if (!period_given(period))
    return period;
  gint64 in_year = parts_in_year(period.kind);
  gint64 place = period.kind == PERIOD_YEAR ? 0 : period.part - 1;
  gint64 index = ((gint64)period.year - years) * in_year + place - parts;
  if (index < FIRST_YEAR * in_year || index >= (LAST_YEAR + 1) * in_year)
    return (Period){ 0 };
  gint8 part = (gint8)(period.kind == PERIOD_YEAR ? 0 : index % in_year + 1);
  return (Period){ period.kind, (gint16)(index / in_year), part };
}

guint period_parts(Period period, Period ret_parts[PERIOD_PARTS])
{
  PeriodKind kind = period.kind == PERIOD_YEAR ? PERIOD_QUARTER : PERIOD_MONTH;
  guint n = period.kind == PERIOD_YEAR ? 4 : period.kind == PERIOD_QUARTER ? 3 : 0;
  guint before = period.kind == PERIOD_QUARTER ? (guint)(period.part - 1) * 3 : 0;
  for (guint i = 0; i < n; i++)
    ret_parts[i] = (Period){ kind, period.year, (gint8)(before + i + 1) };
  return n;
}

bool period_holds(Period whole, Period part)
{
  return period_given(whole) && period_given(part) &&
         date_compare(period_first_day(part), period_first_day(whole)) >= 0 &&
         date_compare(period_last_day(part), period_last_day(whole)) <= 0;
}

int period_quarter(Period period)
{
  return period.kind == PERIOD_QUARTER ? period.part : period.kind == PERIOD_MONTH ? (period.part + 2) / 3 : 0;
}

bool period_ends_year(Period period)
{
  return period.kind == PERIOD_YEAR || (period.kind == PERIOD_QUARTER && period.part == 4) ||
         (period.kind == PERIOD_MONTH && period.part == 12);
}
