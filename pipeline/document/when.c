/* How dates and periods read, in words of the document's language. */
#include "document/document.h"
#include <string.h>

/* The month's name; its number where the language does not say. */
static const char *month_name(const Document *document, int month)
{
  static const char *const words[] = { "month-1", "month-2", "month-3", "month-4",  "month-5",  "month-6",
                                       "month-7", "month-8", "month-9", "month-10", "month-11", "month-12" };
  const char *word = words[CLAMP(month, 1, 12) - 1], *name = document_find_word(document, word);
  return name ? name : word + strlen("month-");
}

static char *date_words(const Document *document, Date date)
{
  char day[8], year[8];
  g_snprintf(day, sizeof day, "%d", date.day);
  g_snprintf(year, sizeof year, "%d", date.year);
  const char *pattern = document_find_word(document, date.day ? "date-day" : "date-month");
  if (!pattern)
    pattern = date.day ? "{day} {month} {year}" : "{month} {year}";
  return word_fill(pattern, (const char *const[]){ "day", "month", "year", NULL },
                   (const char *const[]){ day, month_name(document, date.month), year });
}

/* ---- periods ---------------------------------------------------------------------------------------------------- */

/* The pattern of that name, or what stands here where the words file is older than it. */
static const char *pattern_of(const Document *document, const char *name, const char *otherwise)
{
  const char *pattern = document_find_word(document, name);
  return pattern ? pattern : otherwise;
}

/* "2009/10", of calendar years "2009". */
static char *year_number(Period period)
{
  return period.begins == BEGINS_JANUARY ? g_strdup_printf("%d", period.year)
                                         : g_strdup_printf("%d/%02d", period.year, (period.year + 1) % 100);
}

static char *fill_year(const Document *document, const char *name, const char *otherwise, Period period)
{
  g_autofree char *year = year_number(period);
  return word_fill(pattern_of(document, name, otherwise), (const char *const[]){ "year", NULL },
                   (const char *const[]){ year });
}

static char *quarter_words(const Document *document, Period period)
{
  char n[8];
  g_snprintf(n, sizeof n, "%d", period.part);
  g_autofree char *year = year_number(period);
  return word_fill(pattern_of(document, "quarter", "Q{n} {year}"), (const char *const[]){ "n", "year", NULL },
                   (const char *const[]){ n, year });
}

static char *from_to(const Document *document, const char *name, const char *otherwise, const char *from,
                     const char *to)
{
  return word_fill(pattern_of(document, name, otherwise), (const char *const[]){ "from", "to", NULL },
                   (const char *const[]){ from, to });
}

/* "April to June 2009", "July 2009 to June 2010". */
static char *months_words(const Document *document, Period period)
{
  Date first = period_first_day(period), last = period_last_day(period);
  first.day = last.day = 0;
  g_autofree char *whole = date_words(document, first), *to = date_words(document, last);
  return from_to(document, "period-span", "{from} to {to}",
                 first.year == last.year ? month_name(document, first.month) : whole, to);
}

static char *year_words(const Document *document, Period period)
{
  if (period.begins == document->year_begins)
    return year_number(period);
  if (period.begins == BEGINS_JANUARY)
    return fill_year(document, "period-calendar-year", "calendar year {year}", period);
  if (period.begins == BEGINS_ACADEMIC)
    return fill_year(document, "period-academic-year", "academic year {year}", period);
  return fill_year(document, "period-financial-year", "financial year {year}", period);
}

static char *term_words(const Document *document, Period period)
{
  static const struct {
    const char *name, *otherwise;
  } terms[] = { { "period-term-1", "autumn term {year}" },
                { "period-term-2", "spring term {year}" },
                { "period-term-3", "summer term {year}" } };
  guint n = (guint)CLAMP(period.part, 1, 3) - 1;
  return fill_year(document, terms[n].name, terms[n].otherwise, period);
}

static char *span_words(const Document *document, Period period)
{
  Period first, last;
  period_ends(period, &first, &last);
  if (first.kind != PERIOD_YEAR && first.kind != PERIOD_TERM)
    return months_words(document, period);
  bool years = first.kind == PERIOD_YEAR, academic = years && first.begins == BEGINS_ACADEMIC;
  g_autofree char *from = years ? year_number(first) : term_words(document, first);
  g_autofree char *to = years ? year_number(last) : term_words(document, last);
  return academic ? from_to(document, "period-academic-span", "academic years {from} to {to}", from, to)
                  : from_to(document, "period-span", "{from} to {to}", from, to);
}

static char *period_words(const Document *document, Period period)
{
  switch (period.kind) {
  case PERIOD_YEAR:
    return year_words(document, period);
  case PERIOD_QUARTER: /* of other years its number alone would mislead */
    return period.begins == document->year_begins ? quarter_words(document, period) : months_words(document, period);
  case PERIOD_MONTH: {
    Date month = period_last_day(period);
    month.day = 0;
    return date_words(document, month);
  }
  case PERIOD_TERM:
    return term_words(document, period);
  case PERIOD_SPAN:
    return span_words(document, period);
  case PERIOD_NONE:
    break;
  }
  return g_strdup("");
}

char *when_to_text(const Document *document, const When *when)
{
  return date_given(when->date) ? date_words(document, when->date) : period_words(document, when->period);
}

char *document_day(const Document *document)
{
  if (document->date_unread)
    return g_strdup(document_word(document, "state-not-readable"));
  const When day = { .date = document->date };
  return date_given(document->date) && !document->undated ? when_to_text(document, &day) : NULL;
}
