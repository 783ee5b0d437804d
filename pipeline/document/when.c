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

static char *quarter_words(const Document *document, Period period, const char *year)
{
  char n[8];
  g_snprintf(n, sizeof n, "%d", period.part);
  const char *pattern = document_find_word(document, "quarter");
  return word_fill(pattern ? pattern : "Q{n} {year}", (const char *const[]){ "n", "year", NULL },
                   (const char *const[]){ n, year });
}

static char *period_words(const Document *document, Period period)
{
  g_autofree char *year = g_strdup_printf("%d/%02d", period.year, (period.year + 1) % 100);
  switch (period.kind) {
  case PERIOD_QUARTER:
    return quarter_words(document, period, year);
  case PERIOD_MONTH: {
    Date month = period_last_day(period);
    month.day = 0;
    return date_words(document, month);
  }
  case PERIOD_YEAR:
    return g_steal_pointer(&year);
  case PERIOD_NONE:
    break;
  }
  return g_strdup("");
}

char *when_to_text(const Document *document, const When *when)
{
  return date_given(when->date) ? date_words(document, when->date) : period_words(document, when->period);
}
