/* What the words claim about the document and the row: which period a report covers, that there is no target or no
 * figure, that something was done on a day still to come. */
#include "check/checks.h"

/* "This report covers ...": the sentence says what the document is about. */
static bool is_cover(const Sentence *sentence)
{
  static const char *const reports[] = { "report", NULL };
  static const char *const covers[] = { "covers", "covering", "cover", "period",  "describes",
                                        "sets",   "provides", "gives", "details", NULL };
  for (guint i = 0; i <= 4; i++)
    if (token_is(sentence_token(sentence, i), reports))
      return sentence_has(sentence, covers);
  return false;
}

/* "up to 31 December 2013", "ending 30 June": where the covered time ends. */
static bool ends_at(const Sentence *sentence, guint at)
{
  static const char *const ends[] = { "to", "ending", "ended", "until", "on", NULL };
  return at > 0 && token_is(sentence_token(sentence, at - 1), ends);
}

static void check_end(const Checks *c, const Speech *speech, const Sentence *sentence, guint at)
{
  Date date, end = c->report->to;
  guint last;
  if (!ends_at(sentence, at) || !sentence_date(sentence, at, &date, &last) ||
      (date.month == end.month && (date.year == 0 || date.year == end.year)))
    return;
  findings_remark(c->findings, speech, date.month == end.month ? "W-YEAR" : "W-QUARTER", sentence, at, last,
                  "is not the end of the report's period");
}

static void check_cover(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  guint quarters = 0, at = 0;
  for (guint i = 0; sentence_token(sentence, i); i++) {
    const Token *token = sentence_token(sentence, i);
    if (token->kind == TOKEN_QUARTER) {
      quarters++;
      at = i;
    } else if (token->kind == TOKEN_YEAR && token->number.units != c->report->year.year)
      findings_remark(c->findings, speech, "W-YEAR", sentence, i, i, "is not the report's year");
    else
      check_end(c, speech, sentence, i);
  }
  if (quarters != 1 || c->report->quarter == 0 || sentence_token(sentence, at)->number.units == c->report->quarter)
    return;
  g_autofree char *what = /* the words of the check of times, so that it is told once */
      g_strdup_printf("is named, but not quarter %d, which the report is about", c->report->quarter);
  findings_remark(c->findings, speech, "W-QUARTER", sentence, at, at, what);
}

static bool has_target(const Indicator *indicator)
{
  bool has = indicator->band_low.given || indicator->band_high.given;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Reading *target = ((const Measure *)g_ptr_array_index(indicator->measures, i))->target;
    has |= target && reading_has_figure(target);
  }
  return has;
}

/* A firm figure of this period, not an early or a dated one. */
static bool has_value(const Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Reading *value = ((const Measure *)g_ptr_array_index(indicator->measures, i))->value;
    if (!value->number.given || value->flags != 0 || date_given(value->as_at))
      return false;
  }
  return indicator->measures->len > 0;
}

static void check_missing(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  static const struct {
    const char *words[6];
    bool target;
  } rows[] = { { { "no", "target", "has", "been", "set" }, true },
               { { "no", "target", "was", "set" }, true },
               { { "no", "target", "is", "set" }, true },
               { { "no", "target", "for", "this", "year" }, true },
               { { "no", "target", "set" }, true },
               { { "there", "is", "no", "target" }, true },
               { { "target", "has", "not", "been", "set" }, true },
               { { "target", "has", "not", "yet", "been", "set" }, true },
               { { "data", "are", "not", "available" }, false },
               { { "data", "is", "not", "available" }, false },
               { { "indicator", "are", "not", "available" }, false },
               { { "figure", "is", "not", "available" }, false },
               { { "no", "data", "are", "available" }, false },
               { { "no", "data", "is", "available" }, false },
               { { "no", "figure", "is", "available" }, false } };
  static const char *const others[] = { "for",      "until",   "last",    "next",       "group", "national",
                                        "regional", "quarter", "monthly", "comparable", NULL };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    int at = sentence_find(sentence, rows[i].words, 0);
    guint length = g_strv_length((char **)rows[i].words);
    if (at < 0 || (rows[i].target ? !has_target(speech->indicator) : !has_value(speech->indicator)))
      continue;
    bool other = !rows[i].target && sentence_has(sentence, others + 1);
    if (!other)
      findings_remark(c->findings, speech, "W-MISSING", sentence, (guint)at, (guint)at + length - 1,
                      rows[i].target ? "but the plan has a target" : "but the return has a value");
    return;
  }
}

/* Any of the words stands before the token at. */
static bool stands_before(const Sentence *sentence, guint at, const char *const *words)
{
  for (guint i = 0; i < at; i++)
    if (token_is(sentence_token(sentence, i), words))
      return true;
  return false;
}

/* "was signed on 14 June 2014" in a return of April. */
static void check_future(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  static const char *const past[] = { "was",  "were",   "has",  "have",   "took",     "began", "met",
                                      "went", "opened", "held", "signed", "approved", "let",   NULL };
  static const char *const open[] = { "will",   "by",        "until",     "from",   "due",   "expected", "planned",
                                      "target", "scheduled", "would",     "should", "be",    "to",       "before",
                                      "after",  "deadline",  "next",      "agreed", "when",  "forecast", "for",
                                      "is",     "are",       "extension", "begins", "begin", NULL };
  static const char *const on[] = { "on", "in", "since", NULL };
  Date written = speech->made, date;
  guint last;
  for (guint i = 1; sentence_token(sentence, i); i++) {
    if (!token_is(sentence_token(sentence, i - 1), on) || !sentence_date(sentence, i, &date, &last) || date.year == 0 ||
        date_compare(date.day ? date : (Date){ date.year, date.month, 1 }, written) <= 0 ||
        !stands_before(sentence, i, past) || stands_before(sentence, i, open))
      continue;
    findings_remark(c->findings, speech, "W-FUTURE", sentence, i, last,
                    "lies after the day on which this was made, but is told as past");
    return;
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    for (guint j = 0; j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      if (speech->record->spec == &section_spec && is_cover(sentence))
        check_cover(c, speech, sentence);
      if (speech->indicator)
        check_missing(c, speech, sentence);
    }
  }
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; date_given(speech->made) && j < speech->sentences->len; j++)
      check_future(c, speech, g_ptr_array_index(speech->sentences, j));
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-FUTURE", LEVEL_NOTE, "wording", "something told as done on a day after the document's",
    "The date is a slip, or it has not happened yet.", "Correct the date or the words." },
  { "W-MISSING", LEVEL_NOTE, "wording", "words that say there is no target or figure, beside one",
    "The words are perhaps of an earlier report.", "Correct the words, or take the figure out." },
  { NULL },
};
/* clang-format on */

const Check check_claims = { .run = run, .rules = rules };
