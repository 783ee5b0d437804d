/* Calendar dates: reading and writing the ISO form, ordering, and guessing what another form of a date means. */
#include "base/date.h"
#include "base/text.h"
#include <string.h>

enum { FIRST_YEAR = 2000, LAST_YEAR = 2099, GUESS_MAX_BYTES = 60, GUESS_PARTS = 3 };

static const char *const month_names[] = { "january", "february",  "march",   "april",    "may",      "june", "july",
                                           "august",  "september", "october", "november", "december", NULL };

int date_days_in_month(int year, int month)
{
  static const gint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

/* day 0: the month only. */
static bool date_from(int year, int month, int day, Date *ret_date)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 0 ||
      day > date_days_in_month(year, month))
    return false;
  *ret_date = (Date){ (gint16)year, (gint8)month, (gint8)day };
  return true;
}

/* The number of exactly n digits at text, or -1. */
static int digits(const char *text, int n)
{
  int value = 0;
  for (int i = 0; i < n; i++) {
    if (!g_ascii_isdigit(text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool date_parse(const char *text, Date *ret_date)
{
  gsize length = strlen(text);
  if ((length != 7 && length != 10) || text[4] != '-')
    return false;
  int day = 0;
  if (length == 10) {
    day = text[7] == '-' ? digits(text + 8, 2) : -1;
    if (day < 1)
      return false;
  }
  return date_from(digits(text, 4), digits(text + 5, 2), day, ret_date);
}

bool date_given(Date date)
{
  return date.year != 0;
}

char *date_to_string(Date date)
{
  if (!date_given(date))
    return g_strdup("");
  if (date.day == 0)
    return g_strdup_printf("%04d-%02d", date.year, date.month);
  return g_strdup_printf("%04d-%02d-%02d", date.year, date.month, date.day);
}

Date date_last_day(Date date)
{
  if (date_given(date) && date.day == 0)
    date.day = (gint8)date_days_in_month(date.year, date.month);
  return date;
}

int date_compare(Date a, Date b)
{
  a = date_last_day(a);
  b = date_last_day(b);
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  return (a.day > b.day) - (a.day < b.day);
}

/* One word of a typed date: a number with its count of digits, or a month's name (n_digits 0). */
typedef struct {
  int value;
  int n_digits;
} Part;

static bool is_noise(const char *word)
{
  static const char *const noise[] = { "st",     "nd",        "rd",       "th",     "of",     "the",      "by",
                                       "end",    "on",        "mon",      "monday", "tue",    "tues",     "tuesday",
                                       "wed",    "wednesday", "thu",      "thur",   "thurs",  "thursday", "fri",
                                       "friday", "sat",       "saturday", "sun",    "sunday", NULL };
  return g_strv_contains(noise, word);
}

/* 1 to 12, or 0. Beginnings of three letters count, and small slips in longer words. */
static int month_from_word(const char *word)
{
  gsize length = strlen(word);
  for (int i = 0; length >= 3 && month_names[i]; i++)
    if (strncmp(month_names[i], word, length) == 0)
      return i + 1;
  const char *closest = length >= 4 ? text_closest(word, month_names) : NULL;
  for (int i = 0; closest && month_names[i]; i++)
    if (month_names[i] == closest)
      return i + 1;
  return 0;
}

/* Takes the number or word at *at and moves on; false if it has no place in a date. Noise leaves *part without value.
 */
static bool take_part(const char **at, Part *ret_part)
{
  const char *start = *at;
  *ret_part = (Part){ -1, 0 };
  if (g_ascii_isdigit(*start)) {
    while (g_ascii_isdigit(**at))
      (*at)++;
    int n = (int)(*at - start);
    *ret_part = (Part){ n <= 8 ? digits(start, n) : -1, n };
    return n <= 8;
  }
  if (g_ascii_isalpha(*start)) {
    while (g_ascii_isalpha(**at))
      (*at)++;
    g_autofree char *word = g_strndup(start, (gsize)(*at - start));
    if (is_noise(word))
      return true;
    ret_part->value = month_from_word(word);
    return ret_part->value > 0;
  }
  (*at)++;
  return strchr(" \t\r\n/.-,_\\", *start) != NULL;
}

/* Lower case, without a time of day ("2010-03-31t00:00:00", "31/03/2010 00:00"). */
static char *without_time(const char *text)
{
  char *lower = g_ascii_strdown(text, -1);
  char *colon = strchr(lower, ':');
  if (!colon)
    return lower;
  while (colon > lower && g_ascii_isdigit(colon[-1]))
    colon--;
  if (colon > lower && colon[-1] == 't')
    colon--;
  *colon = '\0';
  return lower;
}

static int full_year(Part part)
{
  if (part.n_digits == 4)
    return part.value;
  return part.n_digits == 2 ? FIRST_YEAR + part.value : -1;
}

static bool guess_from_digits(Part part, Date *ret_date)
{
  int v = part.value;
  if (part.n_digits == 6) /* 201003 */
    return date_from(v / 100, v % 100, 0, ret_date);
  if (part.n_digits != 8) /* 20100331 or 31032010 */
    return false;
  if (v % 100 > 0 && date_from(v / 10000, v / 100 % 100, v % 100, ret_date))
    return true;
  return v / 1000000 > 0 && date_from(v % 10000, v / 10000 % 100, v / 1000000, ret_date);
}

static bool guess_from_two(Part first, Part second, Date *ret_date)
{
  if (first.n_digits == 4)
    return date_from(first.value, second.n_digits <= 2 ? second.value : -1, 0, ret_date);
  if (first.n_digits == 0) /* March 2010, Mar-10 */
    return date_from(full_year(second), first.value, 0, ret_date);
  return second.n_digits == 4 && date_from(second.value, first.value, 0, ret_date);
}

/* Day first, as is the custom here; year first if it has four digits; month first only if nothing else makes sense. */
static bool guess_from_three(const Part *parts, Date *ret_date)
{
  Part year = parts[2], month = parts[1], day = parts[0];
  bool year_first = parts[0].n_digits == 4;
  if (year_first) {
    year = parts[0];
    day = parts[2];
  }
  if (day.n_digits == 0) { /* March 31, 2010 */
    Part swapped = day;
    day = month;
    month = swapped;
  }
  if (day.n_digits < 1 || day.n_digits > 2 || day.value < 1 || month.n_digits > 2)
    return false;
  if (date_from(full_year(year), month.value, day.value, ret_date))
    return true;
  bool may_swap = !year_first && month.n_digits > 0 && month.value > 12;
  return may_swap && date_from(full_year(year), day.value, month.value, ret_date);
}

char *date_guess(const char *text)
{
  if (strlen(text) > GUESS_MAX_BYTES)
    return NULL;
  g_autofree char *plain = without_time(text);
  Part parts[GUESS_PARTS];
  guint n = 0;
  for (const char *at = plain; *at;) {
    Part part;
    if (!take_part(&at, &part))
      return NULL;
    if (part.value < 0)
      continue;
    if (n == GUESS_PARTS)
      return NULL;
    parts[n++] = part;
  }
  Date date;
  bool found = n == 3   ? guess_from_three(parts, &date)
               : n == 2 ? guess_from_two(parts[0], parts[1], &date)
                        : n == 1 && guess_from_digits(parts[0], &date);
  return found ? date_to_string(date) : NULL;
}

/* ---- dates as they are printed ---------------------------------------------------------------------------------- */

#define MONTHS                                                                                                         \
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"      \
  "Nov(?:ember)?|Dec(?:ember)?)\\.?"
#define WEEKDAYS "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
static const char in_words[] =
    "^(?:by )?(?:the )?(?:end (?:of )?)?(?:the )?" WEEKDAYS
    "(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<month>" MONTHS "),? (?<year>20[0-9]{2})(?<rest>$|[.;:,(].*$)";
static const char in_digits[] = "^(?:by )?(?<day>[0-9]{1,2})[/.](?<month>[0-9]{1,2})[/.](?<year>20[0-9]{2})"
                                "(?<rest>$|[;:,(].*$)";

static int number_named(const GMatchInfo *match, const char *name)
{
  g_autofree char *text = g_match_info_fetch_named(match, name);
  return text && *text ? (int)g_ascii_strtoll(text, NULL, 10) : 0;
}

/* What follows may not say another date. */
static bool says_no_more(const GMatchInfo *match)
{
  g_autofree char *rest = g_match_info_fetch_named(match, "rest");
  return !rest || !strpbrk(rest, "0123456789");
}

static bool read_form(const char *words, const char *form, Date *ret_date)
{
  g_autoptr(GRegex) regex = g_regex_new(form, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  if (!g_regex_match(regex, words, 0, &match) || !says_no_more(match))
    return false;
  g_autofree char *month = g_match_info_fetch_named(match, "month");
  g_autofree char *lower = g_ascii_strdown(month, 3);
  int day = number_named(match, "day");
  bool digits = g_ascii_isdigit(*month);
  int n = digits ? number_named(match, "month") : month_from_word(lower);
  bool two_ways = digits && day <= 12 && day != n;
  return !two_ways && date_from(number_named(match, "year"), n, day, ret_date);
}

bool date_in_words(const char *words, Date *ret_date)
{
  g_autofree char *folded = text_fold(words);
  return date_parse(folded, ret_date) || read_form(folded, in_words, ret_date) ||
         read_form(folded, in_digits, ret_date);
}
