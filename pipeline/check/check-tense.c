/* Tense against the day on which a document was made: what "will take place" on a day that has passed by then. */
#include "check/checks.h"

enum { DAYS_BACK = 130, REACH = 14 };

static int days_of(Date date)
{
  GDate day;
  g_date_clear(&day, 1);
  g_date_set_dmy(&day, (GDateDay)date.day, (GDateMonth)date.month, (GDateYear)date.year);
  return (int)g_date_get_julian(&day);
}

/* The last day that a date without a year means in words written then: the latest one before, when that is near. False:
 * it may as well lie ahead. */
static bool resolve(Date *date, Date made)
{
  bool whole = date->year != 0;
  if (date->month < 1 || date->month > 12 || date->day > date_days_in_month(whole ? date->year : 2012, date->month))
    return false;
  if (!whole)
    date->year = made.year;
  *date = date_last_day(*date);
  if (!whole && date_compare(*date, made) > 0) {
    date->year--;
    date->day = (gint8)MIN(date->day, date_days_in_month(date->year, date->month));
  }
  return whole || days_of(made) - days_of(*date) <= DAYS_BACK;
}

/* "on 2 July", "by the end of July", "in July": the date is a day on which something is done. */
static bool is_when(const Sentence *sentence, guint at)
{
  static const char *const before[] = { "on", "by", "in", "before", "until", "end", "early", "late", "mid", NULL };
  static const char *const of[] = { "of", "the", NULL };
  guint i = at;
  while (i > 0 && at - i < 2 && token_is(sentence_token(sentence, i - 1), of))
    i--;
  return i > 0 && token_is(sentence_token(sentence, i - 1), before);
}

/* "will open", "is to be signed"; in minutes also "would be submitted". The token after it, or 0. */
static guint future_at(const Speech *speech, const Sentence *sentence, guint at)
{
  static const char *const will[] = { "will", "shall", NULL }, *const would[] = { "would", NULL };
  static const char *const are[] = { "is", "are", NULL }, *const to[] = { "to", NULL }, *const be[] = { "be", NULL };
  const Token *token = sentence_token(sentence, at);
  bool minutes = speech->document->spec == &paper_spec && ((const Paper *)speech->document)->kind == PAPER_MINUTES;
  if (token_is(token, will) || (minutes && token_is(token, would)))
    return at + 1;
  return token_is(token, are) && token_is(sentence_token(sentence, at + 1), to) &&
                 token_is(sentence_token(sentence, at + 2), be)
             ? at + 3
             : 0;
}

/* A month of a date without a day, written as a word that is no month: "may". */
static bool is_doubtful(const Sentence *sentence, guint at)
{
  return sentence_month(sentence_token(sentence, at)) == 5 && !sentence_is_figure(sentence, at + 1);
}

/* "July" alone, or "the end of August", after words that say it is a time. */
static bool month_at(const Sentence *sentence, guint at, Date *ret_date, guint *ret_last)
{
  if (sentence_date(sentence, at, ret_date, ret_last))
    return true;
  int month = sentence_month(sentence_token(sentence, at));
  if (!month || is_doubtful(sentence, at) || sentence_token(sentence, at)->length_bytes < 4)
    return false;
  *ret_date = (Date){ 0, (gint8)month, 0 };
  *ret_last = at;
  return true;
}

static void report(const Checks *c, const Speech *speech, const Sentence *sentence, guint from, guint last, Date date)
{
  g_autofree char *made = date_to_string(speech->made), *day = date_to_string(date);
  g_autofree char *what =
      g_strdup_printf("is told as still to come, but %s is before %s, when this was made", day, made);
  findings_remark(c->findings, speech, "W-PASSED", sentence, from, last, what);
}

/* "24 September 2015 if all goes well": what has passed went well or did not. */
static void check_hoped(const Checks *c, const Speech *speech, const Sentence *sentence, guint at)
{
  static const char *const hopes[][5] = {
    { "if", "all", "goes", "well" }, { "all", "being", "well" }, { "weather", "permitting" }, { "hopefully" }
  };
  Date date;
  guint last, next;
  if (!sentence_date(sentence, at, &date, &last) || date.year == 0 || !resolve(&date, speech->made) ||
      date_compare(date, speech->made) >= 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(hopes); i++) {
    next = last + 1 + g_strv_length((char **)hopes[i]);
    if (sentence_says(sentence, hopes[i], last + 1) &&
        (!sentence_token(sentence, next) || sentence_token(sentence, next)->kind != TOKEN_WORD))
      report(c, speech, sentence, at, next - 1, date);
  }
}

static void check_from(const Checks *c, const Speech *speech, const Sentence *sentence, guint from)
{
  static const char *const stops[] = { ";",    "after", "since", "because", "as",   "than", "from", "if",
                                       "when", "was",   "were",  "had",     "what", "said", NULL };
  for (guint i = from; i < from + REACH && sentence_token(sentence, i); i++) {
    Date date;
    guint last;
    if (token_is(sentence_token(sentence, i), stops) || future_at(speech, sentence, i))
      return;
    if (!month_at(sentence, i, &date, &last))
      continue;
    bool nearest = date.year != 0 || speech->document->spec != &plan_spec; /* a plan looks far ahead */
    if (!nearest || !is_when(sentence, i) || !resolve(&date, speech->made) || date_compare(date, speech->made) >= 0)
      return;
    report(c, speech, sentence, from - 1, last, date);
    return;
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; date_given(speech->made) && speech->made.day > 0 && j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      for (guint k = 0; sentence_token(sentence, k); k++) {
        guint from = future_at(speech, sentence, k);
        if (from > 0)
          check_from(c, speech, sentence, from);
        check_hoped(c, speech, sentence, k);
      }
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-PASSED", LEVEL_NOTE, "wording", "something told as still to come on a day that has passed",
    "The day lies before that on which the document was made: the words are of an earlier draft, or the date is a slip. Of a date "
    "without a year the nearest one is meant.",
    "Say what came of it, or correct the date." },
  { NULL },
};
/* clang-format on */

const Check check_tense = { .run = run, .rules = rules };
