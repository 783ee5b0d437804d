/* Periods are counted in months: where they begin, and how many they have. */
#include "base/period.h"
#include <string.h>

enum { MONTHS = 12, FIRST_YEAR = 2000, END_OF_YEARS = 2100 * MONTHS }; /* the last one ends in 2099 at the latest */

/* ---- kinds ------------------------------------------------------------------------------------------------------ */

int period_parts_in_year(PeriodKind kind)
{
  switch (kind) {
  case PERIOD_TERM:
    return 3;
  case PERIOD_QUARTER:
    return 4;
  case PERIOD_MONTH:
    return MONTHS;
  case PERIOD_YEAR:
    return 1;
  case PERIOD_SPAN:
  case PERIOD_NONE:
    break;
  }
  return 0;
}

/* The month in which such years begin, January is 1. */
static int month_of(int begins)
{
  return begins == BEGINS_APRIL ? 4 : begins == BEGINS_ACADEMIC ? 9 : begins;
}

static int length_months(Period period)
{
  int parts = period_parts_in_year(period.kind);
  return parts > 0 ? MONTHS / parts : period.months;
}

/* Its first month, counted from that of January of the year 0. */
static int first_month(Period period)
{
  int before = period.kind == PERIOD_YEAR   ? 0
               : period.kind == PERIOD_SPAN ? period.part - 1
                                            : (period.part - 1) * length_months(period);
  return period.year * MONTHS + month_of(period.begins) - 1 + before;
}

/* The first month after it; 0 of none, which comes before all. */
static int end_month(Period period)
{
  return period.kind == PERIOD_NONE ? 0 : first_month(period) + length_months(period);
}

/* Its year, or the whole of a span, is among those that there are. */
static bool is_within(gint64 year, int begins, int months)
{
  return year >= FIRST_YEAR && year * MONTHS + month_of(begins) - 1 + months <= END_OF_YEARS;
}

/* What begins in that month, counted as above, and has so many, in years that begin so. */
static Period from_months(int first, int months, int begins)
{
  int since = first - (month_of(begins) - 1), before = since % MONTHS;
  bool academic = begins == BEGINS_ACADEMIC;
  Period period = { PERIOD_SPAN, (gint16)(since / MONTHS), (gint8)(before + 1), (gint8)begins, (gint16)months };
  static const PeriodKind kinds[] = { PERIOD_YEAR, PERIOD_TERM, PERIOD_QUARTER, PERIOD_MONTH };
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    int length = MONTHS / period_parts_in_year(kinds[i]);
    bool has = kinds[i] == PERIOD_YEAR || academic == (kinds[i] == PERIOD_TERM);
    if (!has || months != length || before % length != 0)
      continue;
    gint8 part = (gint8)(kinds[i] == PERIOD_YEAR ? 0 : before / length + 1);
    return (Period){ kinds[i], period.year, part, period.begins, 0 };
  }
  return period;
}

/* ---- reading and writing ---------------------------------------------------------------------------------------- */

static bool two_digits(const char *text, int *ret_value)
{
  if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
    return false;
  *ret_value = (text[0] - '0') * 10 + (text[1] - '0');
  return true;
}

/* "Q4", "M12" or "T1", without leading zeros. */
static bool part_parse(const char *text, Period *period)
{
  static const char letters[] = "QMT";
  static const PeriodKind kinds[] = { PERIOD_QUARTER, PERIOD_MONTH, PERIOD_TERM };
  const char *letter = *text ? strchr(letters, *text) : NULL;
  gsize length = letter ? strlen(text + 1) : 0;
  if (length < 1 || length > 2 || text[1] == '0')
    return false;
  int part = 0;
  for (const char *at = text + 1; *at; at++) {
    if (!g_ascii_isdigit(*at))
      return false;
    part = part * 10 + (*at - '0');
  }
  period->kind = kinds[letter - letters];
  period->part = (gint8)part;
  return part <= period_parts_in_year(period->kind);
}

/* A year, or a part of one. */
static bool point_parse(const char *text, Period *ret_period)
{
  int century, year, next;
  gsize length = strlen(text);
  if (length < 4 || !two_digits(text, &century) || !two_digits(text + 2, &year))
    return false;
  Period period = { PERIOD_YEAR, (gint16)(century * 100 + year), 0, BEGINS_JANUARY, 0 };
  const char *rest = text + 4;
  if (length >= 7 && rest[0] == '-' && two_digits(rest + 1, &next)) {
    if (next != (year + 1) % 100)
      return false;
    rest += 3;
    bool academic = g_str_has_prefix(rest, "-AY");
    period.begins = academic ? BEGINS_ACADEMIC : BEGINS_APRIL;
    rest += academic ? 3 : 0;
  }
  if (*rest && (*rest != '-' || !part_parse(rest + 1, &period)))
    return false;
  bool fits = period.kind == PERIOD_YEAR || (period.kind == PERIOD_TERM) == (period.begins == BEGINS_ACADEMIC);
  if (!fits || !is_within(period.year, period.begins, MONTHS))
    return false;
  *ret_period = period;
  return true;
}

/* "2025/2026" is how many write a year that is not the calendar's. */
static bool is_doubtful(Period first, Period last)
{
  return first.kind == PERIOD_YEAR && first.begins == BEGINS_JANUARY && last.year == first.year + 1;
}

bool period_parse(const char *text, Period *ret_period)
{
  const char *slash = strchr(text, '/');
  if (!slash)
    return point_parse(text, ret_period);
  g_autofree char *from = g_strndup(text, (gsize)(slash - text));
  Period first, last;
  if (!point_parse(from, &first) || !point_parse(slash + 1, &last) || !period_alike(first, last) ||
      first_month(first) >= first_month(last) || is_doubtful(first, last))
    return false;
  *ret_period = from_months(first_month(first), end_month(last) - first_month(first), first.begins);
  return true;
}

static char *point_to_string(Period period)
{
  static const char letters[] = { [PERIOD_QUARTER] = 'Q', [PERIOD_MONTH] = 'M', [PERIOD_TERM] = 'T' };
  char year[8] = "", part[8] = "";
  if (period.begins != BEGINS_JANUARY)
    g_snprintf(year, sizeof year, "-%02d", (period.year + 1) % 100);
  if (period.kind != PERIOD_YEAR)
    g_snprintf(part, sizeof part, "-%c%d", letters[period.kind], period.part);
  return g_strdup_printf("%04d%s%s%s", period.year, year, period.begins == BEGINS_ACADEMIC ? "-AY" : "", part);
}

/* How long the parts are in which it is told: years where both ends fit, else quarters or terms, else months. */
static int step_months(Period span)
{
  int years = span.begins == BEGINS_JANUARY && span.months == 2 * MONTHS ? 3 : MONTHS; /* see is_doubtful */
  int quarters = span.begins == BEGINS_ACADEMIC ? 4 : 3;
  int steps[] = { years, quarters, 1 };
  for (guint i = 0; i < G_N_ELEMENTS(steps); i++)
    if ((span.part - 1) % steps[i] == 0 && span.months % steps[i] == 0)
      return steps[i];
  return 1;
}

void period_ends(Period period, Period *ret_first, Period *ret_last)
{
  *ret_first = *ret_last = period;
  if (period.kind != PERIOD_SPAN)
    return;
  int step = step_months(period);
  *ret_first = from_months(first_month(period), step, period.begins);
  *ret_last = from_months(end_month(period) - step, step, period.begins);
}

char *period_to_string(Period period)
{
  if (!period_given(period))
    return g_strdup("");
  if (period.kind != PERIOD_SPAN)
    return point_to_string(period);
  Period first, last;
  period_ends(period, &first, &last);
  g_autofree char *from = point_to_string(first), *to = point_to_string(last);
  return g_strconcat(from, "/", to, NULL);
}

/* ---- comparing -------------------------------------------------------------------------------------------------- */

bool period_given(Period period)
{
  return period.kind != PERIOD_NONE;
}

int period_compare(Period a, Period b)
{
  int last_a = end_month(a), last_b = end_month(b);
  if (last_a != last_b)
    return last_a < last_b ? -1 : 1;
  int months_a = length_months(a), months_b = length_months(b);
  return (months_a > months_b) - (months_a < months_b);
}

bool period_equal(Period a, Period b)
{
  return end_month(a) == end_month(b) && length_months(a) == length_months(b);
}

bool period_alike(Period a, Period b)
{
  return a.kind == b.kind && a.begins == b.begins && a.months == b.months;
}

bool period_holds(Period whole, Period part)
{
  return period_given(whole) && period_given(part) && first_month(part) >= first_month(whole) &&
         end_month(part) <= end_month(whole);
}

/* ---- days ------------------------------------------------------------------------------------------------------- */

static Date day_one(int month)
{
  return (Date){ (gint16)(month / MONTHS), (gint8)(month % MONTHS + 1), 1 };
}

Date period_first_day(Period period)
{
  return period_given(period) ? day_one(first_month(period)) : (Date){ 0 };
}

Date period_last_day(Period period)
{
  if (!period_given(period))
    return (Date){ 0 };
  Date month = day_one(end_month(period) - 1);
  month.day = 0;
  return date_last_day(month);
}

bool period_has_day(Period period, Date day)
{
  int month = day.year * MONTHS + day.month - 1;
  return period_given(period) && date_given(day) && month >= first_month(period) && month < end_month(period);
}

Period period_year_of(Date day, int begins)
{
  int month = day.year * MONTHS + day.month - 1, since = month - (month_of(begins) - 1);
  bool is = date_given(day) && is_within(since / MONTHS, begins, MONTHS);
  return is ? (Period){ PERIOD_YEAR, (gint16)(since / MONTHS), 0, (gint8)begins, 0 } : (Period){ 0 };
}

Period period_belongs(Period period, int begins)
{
  const Period ends = period_year_of(period_last_day(period), begins);
  const Date last = period_last_day(period), first = period_given(ends) ? period_first_day(ends) : (Date){ 0 };
  if (!period_given(ends))
    return ends;
  int within = (last.year - first.year) * MONTHS + last.month - first.month + 1;
  const Period before = period_back(ends, 1, 0);
  return within * 4 <= MIN(length_months(period), MONTHS) && period_given(before) ? before : ends;
}

/* ---- from one to another ---------------------------------------------------------------------------------------- */

Period period_year(Period period)
{
  if (!period_given(period))
    return period;
  if (period.kind == PERIOD_SPAN)
    return period_year_of(day_one(end_month(period) - 1), period.begins);
  return (Period){ PERIOD_YEAR, period.year, 0, period.begins, 0 };
}

Period period_back(Period period, int years, int parts)
{
  if (!period_given(period))
    return period;
  bool whole = period.kind == PERIOD_YEAR || period.kind == PERIOD_SPAN;
  gint64 in_year = whole ? 1 : period_parts_in_year(period.kind);
  gint64 index = ((gint64)period.year - years) * in_year + (whole ? 0 : period.part - 1) - parts;
  int months = period.kind == PERIOD_SPAN ? period.part - 1 + period.months : MONTHS;
  if (index < FIRST_YEAR * in_year || !is_within(index / in_year, period.begins, months))
    return (Period){ 0 };
  period.year = (gint16)(index / in_year);
  if (!whole)
    period.part = (gint8)(index % in_year + 1);
  return period;
}

bool period_is_own(Period period, int begins)
{
  return period_given(period) && period.kind != PERIOD_SPAN && period.kind != PERIOD_TERM && period.begins == begins;
}

bool period_related(Period a, Period b)
{
  return period_alike(a, b) || (period_is_own(a, b.begins) && period_is_own(b, a.begins));
}

Period period_settle(Period period, int begins)
{
  if (!period_given(period))
    return period;
  if (period.begins == BEGINS_APRIL && begins != BEGINS_JANUARY)
    period.begins = (gint8)(begins == 4 ? BEGINS_APRIL : begins);
  Period own = from_months(first_month(period), length_months(period), begins == 4 ? BEGINS_APRIL : begins);
  return own.kind != PERIOD_SPAN && own.year >= FIRST_YEAR ? own : period;
}

guint period_parts(Period period, Period ret_parts[PERIOD_PARTS])
{
  bool year = period.kind == PERIOD_YEAR;
  if (!year && period.kind != PERIOD_QUARTER)
    return 0;
  guint n = year && period.begins != BEGINS_ACADEMIC ? 4 : 3;
  int length = length_months(period) / (int)n;
  for (guint i = 0; i < n; i++)
    ret_parts[i] = from_months(first_month(period) + (int)i * length, length, period.begins);
  return n;
}

int period_quarter(Period period)
{
  return period.kind == PERIOD_QUARTER ? period.part : period.kind == PERIOD_MONTH ? (period.part + 2) / 3 : 0;
}

bool period_ends_year(Period period)
{
  return period_given(period) && (end_month(period) - (month_of(period.begins) - 1)) % MONTHS == 0;
}
