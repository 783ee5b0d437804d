/* What somebody meant who wrote a year, quarter, month, term or span in another way. */
#include "base/period.h"
#include <string.h>

enum { MAX_YEARS = 4 };

/* What stands in the text, whatever its order. */
typedef struct {
  int years[MAX_YEARS]; /* as written: 2025, 25, 6 */
  guint digits[MAX_YEARS], n_years;
  char letter; /* of the part: Q, M or T; '\0': none */
  int part;
  bool academic, calendar, financial;
} Said;

static bool is_word(const char *word, const char *const *words)
{
  return g_strv_contains(words, word);
}

static bool note_part(Said *said, char letter, int part)
{
  bool first = said->letter == '\0' || (said->letter == letter && said->part == 0);
  said->letter = letter;
  said->part = part;
  said->academic |= letter == 'T';
  return first;
}

static bool note_word(Said *said, const char *word)
{
  static const char *const academic[] = { "ay", "academic", "school", NULL }, *const calendar[] = { "cy", "calendar",
                                                                                                    NULL };
  static const char *const financial[] = { "fy", "financial", "fiscal", NULL };
  static const char *const idle[] = { "year", "years", "to", "and", "the", "of", "in", "for", "term", NULL };
  static const char *const quarter[] = { "q", "qtr", "quarter", NULL }, *const month[] = { "m", "month", NULL };
  static const char *const terms[] = { "autumn", "spring", "summer" };
  said->academic |= is_word(word, academic);
  said->calendar |= is_word(word, calendar);
  said->financial |= is_word(word, financial);
  if (is_word(word, academic) || is_word(word, calendar) || is_word(word, financial) || is_word(word, idle))
    return true;
  if (is_word(word, quarter) || is_word(word, month) || strcmp(word, "t") == 0)
    return note_part(said, is_word(word, quarter) ? 'Q' : is_word(word, month) ? 'M' : 'T', 0);
  for (int i = 0; i < (int)G_N_ELEMENTS(terms); i++)
    if (strcmp(word, terms[i]) == 0)
      return note_part(said, 'T', i + 1);
  return false;
}

/* A number of the year, or of the part whose letter stands before it. */
static bool note_number(Said *said, const char *digits, guint n)
{
  int number = n <= 4 ? (int)g_ascii_strtoll(digits, NULL, 10) : 0;
  if (said->letter && said->part == 0 && n <= 2 && number > 0) {
    said->part = number;
    return true;
  }
  if (said->n_years == MAX_YEARS || n > 4 || n == 3)
    return false;
  said->years[said->n_years] = number;
  said->digits[said->n_years++] = n;
  return true;
}

/* Digits and words by turns; everything else stands between them. False: it is something else. */
static bool note_all(Said *said, const char *text)
{
  g_autofree char *lower = g_utf8_strdown(text, -1);
  for (const char *at = lower; *at;) {
    gsize digits = strspn(at, "0123456789"), letters = strspn(at, "abcdefghijklmnopqrstuvwxyz");
    g_autofree char *piece = g_strndup(at, digits ? digits : letters);
    if (digits && !note_number(said, piece, (guint)digits))
      return false;
    if (letters && !note_word(said, piece))
      return false;
    at += digits ? digits : letters ? letters : 1;
  }
  return said->n_years > 0;
}

/* ---- years ------------------------------------------------------------------------------------------------------ */

static int full_year(const Said *said, guint i)
{
  return said->digits[i] == 4 ? said->years[i] : said->digits[i] == 2 ? 2000 + said->years[i] : -1;
}

/* Whether the second number ends the year of the first: 2025 and 2026, 26 or 6. */
static bool is_pair(const Said *said, guint i)
{
  int year = full_year(said, i), next = year + 1;
  guint digits = i + 1 < said->n_years ? said->digits[i + 1] : 0;
  int ending = digits == 4 ? next : digits == 2 ? next % 100 : next % 10;
  return year > 0 && digits > 0 && said->years[i + 1] == ending;
}

static char *year_text(const Said *said, int year, bool pair)
{
  if (!pair && !said->academic)
    return g_strdup_printf("%d", year);
  return g_strdup_printf("%d-%02d%s", year, (year + 1) % 100, said->academic ? "-AY" : "");
}

static char *with_part(const Said *said, const char *year)
{
  return said->letter ? g_strdup_printf("%s-%c%d", year, said->letter, said->part) : g_strdup(year);
}

/* ---- advice ----------------------------------------------------------------------------------------------------- */

/* The text itself if it is a period; takes it. */
static char *if_period(char *text)
{
  Period unused;
  if (period_parse(text, &unused))
    return text;
  g_free(text);
  return NULL;
}

/* Two numbers that are not one year: a span. "2021-23" may be three calendar years or two financial ones. */
static char *span_of(const Said *said)
{
  int first = full_year(said, 0), last = full_year(said, 1);
  if (said->n_years != 2 || said->letter || first < 0 || last < 0 || last == first)
    return NULL;
  if (last < first && said->digits[1] != 4)
    return NULL;
  if (last < first)
    return if_period(g_strdup_printf("%d/%d", last, first));
  bool pair = said->financial || said->academic;
  g_autofree char *from = year_text(said, first, pair), *to = year_text(said, pair ? last - 1 : last, pair);
  g_autofree char *span = if_period(g_strconcat(from, "/", to, NULL));
  if (!span || pair || said->calendar || said->digits[1] == 4)
    return g_steal_pointer(&span);
  return g_strdup_printf("%s for calendar years from the first to the last, or %d-%02d/%d-%02d for financial years",
                         span, first, (first + 1) % 100, last - 1, last % 100);
}

/* Two pairs: "2022/23 to 2024/25". */
static char *pairs_of(const Said *said)
{
  if (said->n_years != 4 || said->letter || !is_pair(said, 0) || !is_pair(said, 2))
    return NULL;
  g_autofree char *from = year_text(said, full_year(said, 0), true), *to = year_text(said, full_year(said, 2), true);
  return if_period(g_strconcat(from, "/", to, NULL));
}

/* "Q2 2025" is of the calendar year, but many mean that of the financial year which begins in it. */
static char *one_of(const Said *said)
{
  bool pair = is_pair(said, 0);
  if (said->n_years != (pair ? 2 : 1) || full_year(said, 0) < 0 || (said->letter && said->part == 0))
    return NULL;
  int year = full_year(said, 0);
  if (!pair && said->financial && !said->letter)
    return g_strdup_printf("%d-%02d if it ends in %d, or %d-%02d if it begins in it", year - 1, year % 100, year, year,
                           (year + 1) % 100);
  if (!pair && (said->financial || (said->academic && said->letter != 'T')))
    return NULL;                                               /* which of the two that it touches? */
  bool later = !pair && said->letter == 'T' && said->part > 1; /* the spring of 2026 is of 2025-26 */
  g_autofree char *of = year_text(said, later ? year - 1 : year, pair);
  if (pair && said->academic && said->letter == 'Q')
    return g_strdup_printf("%s-T1, %s-T2 or %s-T3 for a term", of, of, of);
  g_autofree char *text = if_period(with_part(said, of));
  if (text && pair && said->financial && !said->letter)
    return g_strdup_printf("%s; where the council's year does not begin in April %d-Q2/%d-Q1", text, year, year + 1);
  if (!text || pair || !said->letter || said->academic || said->calendar)
    return g_steal_pointer(&text);
  return g_strdup_printf("%s in the calendar year, or %d-%02d-%c%d in the year that begins in April %d", text, year,
                         (year + 1) % 100, said->letter, said->part, year);
}

/* "June 2025", "06/2025". */
static char *month_in(const char *text)
{
  g_autofree char *guess = date_guess(text);
  Date date;
  bool is = date_parse(guess ? guess : text, &date) && date.day == 0;
  return is ? g_strdup_printf("%d-M%d", date.year, date.month) : NULL;
}

/* "2005-07" may be a month, or the years from 2005 to 2007. */
static char *month_or_span(const Said *said, const char *text)
{
  g_autofree char *month = month_in(text), *span = NULL;
  if (!month || said->digits[0] == 4)
    span = span_of(said);
  if (!month || !span)
    return month ? g_steal_pointer(&month) : g_steal_pointer(&span);
  return g_strdup_printf("%s for the month, or %s", month, span);
}

/* ---- what ends at a day ------------------------------------------------------------------------------------------ */

/* How many the text begins with, in digits or words; 0: none, or one that is not meant so. *ret_rest: what follows. */
static int how_many(const char *text, const char **ret_rest)
{
  static const char *const words[] = {
    "two ", "three ", "four ", "five ", "six ", "seven ", "eight ", "nine ", "ten "
  };
  for (int i = 0; i < (int)G_N_ELEMENTS(words); i++)
    if (g_str_has_prefix(text, words[i])) {
      *ret_rest = text + strlen(words[i]);
      return i + 2;
    }
  gsize n = strspn(text, "0123456789");
  *ret_rest = text + n + strspn(text + n, " -");
  return n > 0 && n < 3 ? (int)g_ascii_strtoll(text, NULL, 10) : 0;
}

/* What stands behind "to" or "ending": the end; NULL: the text does not say so. */
static const char *end_in(const char *rest)
{
  static const char *const before[] = { " to end of ", " to ", " ending in ", " ending ", " ended " };
  for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
    const char *at = strstr(rest, before[i]);
    if (at)
      return at + strlen(before[i]);
  }
  return NULL;
}

/* "3 years to 2022". */
static char *years_to(int years, const char *end)
{
  int last = strlen(end) == 4 && strspn(end, "0123456789") == 4 ? (int)g_ascii_strtoll(end, NULL, 10) : 0;
  if (last == 0 || years < 2)
    return NULL;
  return g_strdup_printf("%d/%d for calendar years, or %d-%02d/%d-%02d for financial years", last - years + 1, last,
                         last - years, (last - years + 1) % 100, last - 1, last % 100);
}

/* "year to March 2023", "12 months ending 30 June 2022". */
static char *twelve_months_to(const char *end)
{
  g_autofree char *guess = date_guess(end);
  Date date;
  if (!date_parse(guess ? guess : end, &date))
    return NULL;
  int year = date.year, month = date.month;
  if (month == 12)
    return g_strdup_printf("%d", year);
  if (month == 3)
    return g_strdup_printf("%d-%02d, or %d-Q2/%d-Q1 where the council's year does not begin in April", year - 1,
                           year % 100, year - 1, year);
  if (month % 3 == 0)
    return g_strdup_printf("%d-Q%d/%d-Q%d", year - 1, month / 3 + 1, year, month / 3);
  return g_strdup_printf("%d-M%d/%d-M%d", year - 1, month + 1, year, month);
}

static char *ending_at(const char *text)
{
  g_autofree char *lower = g_utf8_strdown(text, -1);
  const char *rest;
  int many = how_many(lower, &rest);
  const char *end = end_in(rest);
  if (!end)
    return NULL;
  if (g_str_has_prefix(rest, "year") && many >= 2)
    return years_to(many, end);
  bool year = (many == 0 && g_str_has_prefix(rest, "year ")) || (many == 12 && g_str_has_prefix(rest, "month"));
  return year || g_str_has_prefix(lower, "twelve months ") ? twelve_months_to(end) : NULL;
}

char *period_advice(const char *text)
{
  Said said = { 0 };
  char *ending = ending_at(text);
  if (ending)
    return ending;
  if (!note_all(&said, text))
    return month_in(text);
  char *meant = one_of(&said);
  if (!meant)
    meant = pairs_of(&said);
  if (!meant)
    meant = month_or_span(&said, text);
  bool doubtful = meant && said.n_years == 2 && said.digits[1] == 4 && !said.financial && !said.academic &&
                  !said.letter && is_pair(&said, 0);
  if (!doubtful)
    return meant;
  g_autofree char *year = meant;
  int first = full_year(&said, 0);
  return g_strdup_printf("%s for the year, or %d-Q1/%d-Q4 for both calendar years", year, first, first + 1);
}
