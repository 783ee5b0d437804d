/* Times in the words: another year or quarter than the report's, dates that do not exist, figures that describe an
 * earlier date than the period's end. */
#include "check/checks.h"
#include <string.h>

/* A sentence that compares, or tells of earlier times, may name them. */
static const char *const looking_back[] = { "compared", "comparison",   "than",     "against", "last",
                                            "previous", "previously",   "prior",    "since",   "from",
                                            "before",   "earlier",      "was",      "were",    "had",
                                            "baseline", "year-on-year", "between",  "during",  "until",
                                            "history",  "after",        "calendar", NULL };
static const char *const looking_ahead[] = { "will",      "next",        "due", "expected", "planned",
                                             "scheduled", "anticipated", "by",  "until",    "forecast",
                                             "projected", "target",      NULL };

/* A sentence about now. */
static const char *const present[] = { "is",  "are",      "has",  "have",  "report", "reported", "currently",
                                       "now", "progress", "date", "today", "period", "quarter",  NULL };

/* "31st September" */
static void check_exists(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, Date date,
                         guint last)
{
  if (date.day > date_days_in_month(date.year ? date.year : 2000, date.month)) /* without a year: a leap year */
    findings_remark(c->findings, speech, "W-DATE", sentence, at, last, "is not a date");
}

/* The end of this very period, but of an earlier year: "as at 31 March 2009" in a report to 31 March 2010. */
static void check_period_end(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, Date date,
                             guint last)
{
  Date end = c->report->to;
  if (date.day == end.day && date.month == end.month && date.year != 0 && date.year < end.year &&
      !sentence_has(sentence, looking_back))
    findings_remark(c->findings, speech, "W-YEAR", sentence, at, last,
                    "is the end of the same period of an earlier year");
}

/* An introduction "up to 30 June" in a return up to September. */
static void check_last_end(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, Date date,
                           guint last)
{
  static const char *const to[] = { "to", "until", "of", "at", NULL };
  const Section *section = speech->record->spec == &section_spec ? (const Section *)speech->record : NULL;
  Date before = period_last_day(period_back(c->inputs->period, 0, 1));
  if (!section || g_strcmp0(section->ref, "introduction") != 0 || date.month != before.month ||
      date.year != before.year || (date.day != 0 && date.day != before.day) || at == 0 ||
      !token_is(sentence_token(sentence, at - 1), to) || speech->sentences->len > 2)
    return;
  findings_remark(c->findings, speech, "W-QUARTER", sentence, at, last, "is the end of the period before");
}

/* "quarter 4, 2008/09": index of the year that a quarter is said with, or -1. */
static int year_beside(const Sentence *sentence, guint quarter)
{
  for (guint i = quarter + 1; i <= quarter + 3; i++) {
    const Token *token = sentence_token(sentence, i);
    if (!token || token->kind == TOKEN_QUARTER)
      return -1;
    if (token->kind == TOKEN_YEAR)
      return (int)i;
  }
  return -1;
}

/* "In the second quarter of 2011/12 ..." tells of it; "for quarter 2 of 2011/12" means the report. */
static bool tells_of(const Sentence *sentence, guint at)
{
  for (guint i = at > 2 ? at - 2 : 0; i < at; i++) {
    const char *word = sentence_token(sentence, i)->word;
    if (word && (strcmp(word, "in") == 0 || strcmp(word, "during") == 0))
      return true;
  }
  return false;
}

static void check_quarter_year(const Checks *c, const Speech *speech, const Sentence *sentence, guint at)
{
  int year = year_beside(sentence, at);
  if (year < 0 || sentence_has(sentence, looking_back) || (tells_of(sentence, at) && !sentence_has(sentence, present)))
    return;
  gint64 is = sentence_token(sentence, (guint)year)->number.units;
  if (is < c->report->year.year)
    findings_remark(c->findings, speech, "W-YEAR", sentence, at, (guint)year,
                    "is a quarter of an earlier year than the report's");
}

/* What one prose says of years and quarters. */
typedef struct {
  bool this_year;
  guint quarters;           /* bit per quarter named without a year */
  const Sentence *old_year; /* first sentence that names last year without looking back */
  guint old_at;
  const Sentence *quarter; /* first that names a quarter without looking about */
  guint quarter_at;
} Named;

static void take_year(const Checks *c, const Sentence *sentence, guint at, Named *named)
{
  gint64 year = sentence_token(sentence, at)->number.units;
  named->this_year |= year >= c->report->year.year;
  bool beside = at > 0 && sentence_token(sentence, at - 1)->kind == TOKEN_QUARTER;
  beside |= at > 1 && sentence_token(sentence, at - 2)->kind == TOKEN_QUARTER; /* the quarter's own check */
  if (year == c->report->last_year.year && !named->old_year && !beside && sentence_has(sentence, present) &&
      !sentence_has(sentence, looking_back) && !sentence_has(sentence, looking_ahead)) {
    named->old_year = sentence;
    named->old_at = at;
  }
}

static void take_quarter(const Sentence *sentence, guint at, Named *named)
{
  if (year_beside(sentence, at) >= 0)
    return;
  named->quarters |= 1u << sentence_token(sentence, at)->number.units;
  if (!named->quarter && !sentence_has(sentence, looking_back) && !sentence_has(sentence, looking_ahead)) {
    named->quarter = sentence;
    named->quarter_at = at;
  }
}

static void check_named(const Checks *c, const Speech *speech, const Named *named)
{
  if (named->old_year && !named->this_year)
    findings_remark(c->findings, speech, "W-LAST-YEAR", named->old_year, named->old_at, named->old_at,
                    "is last year, and the report's year is not named");
  bool one = named->quarters && (named->quarters & (named->quarters - 1)) == 0;
  bool other = c->report->quarter > 0 && !(named->quarters & 1u << c->report->quarter);
  if (one && other && named->quarter) {
    g_autofree char *what =
        g_strdup_printf("is named, but not quarter %d, which the report is about", c->report->quarter);
    findings_remark(c->findings, speech, "W-QUARTER", named->quarter, named->quarter_at, named->quarter_at, what);
  }
}

/* "up to and including end of February 2010": a figure of an earlier date, shown as this period's. */
static void check_arrears(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, Date date,
                          guint last)
{
  static const char *const markers[] = { "as", "at", "to", "of", "end", "including", NULL };
  static const char *const facts[] = { "figure",  "figures", "data",   "position", "includes",
                                       "include", "value",   "actual", NULL };
  const Measure *measure = speech->indicator ? g_ptr_array_index(speech->indicator->measures, 0) : NULL;
  if (!measure || at == 0 || !measure->value->number.given || date.year == 0)
    return;
  const Token *before = sentence_token(sentence, at - 1);
  bool marked = false;
  for (guint i = 0; before->word && markers[i]; i++)
    marked |= strcmp(before->word, markers[i]) == 0;
  bool told = date_given(measure->value->as_at) || measure->value->flags != 0;
  bool within = date_compare(date, c->report->to) < 0 && date_compare(date, period_first_day(c->report->year)) >= 0;
  if (marked && !told && within && sentence_has(sentence, facts) && !sentence_has(sentence, looking_ahead))
    findings_remark(
        c->findings, speech, "W-ARREARS", sentence, at, last,
        "is earlier than the period's end, but the value is not marked with that date, as an estimate or as in "
        "arrears");
}

/* The day of the figures of a row, where it says one of its own and all have the same; else not given. */
static Date own_day(const Indicator *indicator)
{
  Date day = { 0, 0, 0 };
  for (guint i = 0; indicator && i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    const Reading *value = measure->value;
    if (!value || !value->number.given)
      continue;
    bool late = value->flags & 1u << FLAG_IN_ARREARS;
    Date own = late && !date_given(value->as_at) ? period_last_day(value->period) : value->as_at;
    if (!date_given(own) || (date_given(day) && date_compare(own, day) != 0))
      return (Date){ 0, 0, 0 };
    day = own;
  }
  return day;
}

/* "The position is that of 30 September", of a figure that the row dates 30 June. */
static void check_own_day(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, Date date,
                          guint last)
{
  static const char *const markers[] = { "to", "of", "at", "until", NULL };
  static const char *const facts[] = {
    "position", "included", "includes", "covers", "data", "figures", "figure", NULL
  };
  static const char *const others[] = {
    "from", "since", "between", "compared", "than", "last", "after", "before", NULL
  };
  Date own = own_day(speech->indicator);
  if (!date_given(own) || at == 0 || !token_is(sentence_token(sentence, at - 1), markers) || date.month < 1 ||
      !sentence_has(sentence, facts) || sentence_has(sentence, others) || sentence_has(sentence, looking_ahead))
    return;
  if (date.year == 0)
    date.year = (gint16)(date.month > c->report->to.month ? c->report->to.year - 1 : c->report->to.year);
  if (date.month == own.month && date.year == own.year)
    return;
  g_autofree char *day = date_to_string(own);
  g_autofree char *what = g_strdup_printf("is said of the figure, but the row says that it is of %s", day);
  findings_remark(c->findings, speech, "W-AS-AT", sentence, at, last, what);
}

static void check_speech(const Checks *c, const Speech *speech)
{
  Named named = { .this_year = false };
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      TokenKind kind = sentence_token(sentence, j)->kind;
      Date date;
      guint last;
      if (kind == TOKEN_YEAR)
        take_year(c, sentence, j, &named);
      else if (kind == TOKEN_QUARTER) {
        take_quarter(sentence, j, &named);
        check_quarter_year(c, speech, sentence, j);
      } else if (sentence_date(sentence, j, &date, &last)) {
        check_exists(c, speech, sentence, j, date, last);
        check_period_end(c, speech, sentence, j, date, last);
        check_last_end(c, speech, sentence, j, date, last);
        check_arrears(c, speech, sentence, j, date, last);
        check_own_day(c, speech, sentence, j, date, last);
        j = last;
      }
    }
  }
  check_named(c, speech, &named);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++)
    check_speech(c, g_ptr_array_index(c->speeches, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "W-ARREARS", LEVEL_NOTE, "wording", "a figure describes an earlier date than it seems to",
    "Readers take the value for that of the period's end.",
    "Give the value its as-at date, or mark it as an estimate or as in arrears." },
  { "W-AS-AT", LEVEL_NOTE, "wording", "words give a figure another day than its row does",
    "The date in the row or the one in the words is that of another quarter.", "Make the two say the same day." },
  { "W-DATE", LEVEL_WARNING, "wording", "a date that does not exist", "Nobody can keep it.", "Correct the date." },
  { "W-LAST-YEAR", LEVEL_NOTE, "wording", "words about last year, as if it were this one",
    "Last year's words were perhaps sent again.", "Correct the year, or say what it is compared with." },
  { "W-QUARTER", LEVEL_NOTE, "wording", "words about another quarter", "They were perhaps sent before, or the quarter is a slip.",
    "Correct the quarter, or say what it is compared with." },
  { "W-YEAR", LEVEL_WARNING, "wording", "words about an earlier year",
    "Last year's words were perhaps sent again.", "Correct the year, or say what it is compared with." },
  { NULL },
};
/* clang-format on */

const Check check_times = { .run = run, .rules = rules };
