/* Years in the words of all documents: years that are none ("2015/17"), stretches of months with a year that is not
 * theirs, one name with two ranges of years. */
#include "check/checks.h"
#include <stdlib.h>
#include <string.h>

static int year_of(const Token *token)
{
  bool year = token && token->kind == TOKEN_NUMBER && token->number.scale == 0 && !token->percent && !token->pounds &&
              token->length_bytes == 4 && token->number.units >= 1990 && token->number.units <= 2098;
  return year ? (int)token->number.units : 0;
}

static bool is_sign(const Token *token, const char *sign)
{
  return token && token->kind == TOKEN_SIGN && strcmp(token->word, sign) == 0;
}

/* "2015/17": a stroke joins the two halves of one financial year. */
static void check_year(const Checks *c, const Speech *speech, const Sentence *sentence, guint at)
{
  static const char *const spans[] = { "plan",      "plans",    "strategy", "programme", "framework", "period",
                                       "agreement", "contract", "cycle",    "years",     NULL };
  const Token *first = sentence_token(sentence, at), *second = sentence_token(sentence, at + 2);
  int year = year_of(first);
  bool joined = year && is_sign(sentence_token(sentence, at + 1), "/") && second && second->kind == TOKEN_NUMBER &&
                second->length_bytes == 2 && second->number.scale == 0 &&
                second->start == first->start + first->length_bytes + 1;
  if (!joined || token_is(sentence_token(sentence, at + 3), spans) ||
      (at > 0 && token_is(sentence_token(sentence, at - 1), spans)))
    return;
  g_autofree char *what =
      g_strdup_printf("is no financial year: one that begins in %d is %d/%02d", year, year, (year + 1) % 100);
  findings_remark(c->findings, speech, "W-DATE", sentence, at, at + 2, what);
}

/* "April to June 2017": first and last month, and the year. */
typedef struct {
  int first, last, year;
  guint at, end;
} Months;

static bool months_at(const Sentence *sentence, guint at, Months *ret_months)
{
  static const char *const to[] = { "to", "until", "-", "–", NULL };
  int first = sentence_month(sentence_token(sentence, at)), last = sentence_month(sentence_token(sentence, at + 2));
  int year = year_of(sentence_token(sentence, at + 3));
  *ret_months = (Months){ first, last, year, at, at + 3 };
  return first && last && year && token_is(sentence_token(sentence, at + 1), to);
}

/* The year that is said right before the months: "the first quarter of 2018/19, April to June 2017"; 0: none. */
static int year_said(const Sentence *sentence, guint at)
{
  enum { NEAR = 3 };
  for (guint i = at; i > 0 && at - i < NEAR; i--)
    if (sentence_token(sentence, i - 1)->kind == TOKEN_YEAR)
      return (int)sentence_token(sentence, i - 1)->number.units;
  return 0;
}

static Period period_of(const Checks *c, const Speech *speech)
{
  return speech->document->spec == &return_spec ? ((const Return *)speech->document)->period : c->inputs->period;
}

/* Words that compare, or tell of another time. */
static bool compares(const Sentence *sentence)
{
  static const char *const words[] = { "compared", "against", "than",  "last",    "earlier",       "previous",
                                       "ago",      "before",  "after", "same",    "since",         "baseline",
                                       "until",    "was",     "were",  "between", "corresponding", NULL };
  return sentence_has(sentence, words);
}

/* The months of the document's own period, or of its year so far, with the year of another. */
static void check_months(const Checks *c, const Speech *speech, const Sentence *sentence, guint at)
{
  Months months;
  if (!months_at(sentence, at, &months))
    return;
  Period period = period_of(c, speech);
  Date end = period_last_day(period), start = period_first_day(period), year = period_first_day(period_year(period));
  int said = year_said(sentence, at), right = 0;
  if (said > 0)
    right = months.last < year.month ? said + 1 : said;
  else if (months.last == end.month && (months.first == start.month || months.first == year.month) &&
           !compares(sentence))
    right = end.year;
  if (right == 0 || right == months.year)
    return;
  g_autofree char *what = g_strdup_printf("but these months are of %d", right);
  findings_remark(c->findings, speech, "W-YEAR", sentence, at, months.end, what);
}

/* "shot in September 2014" in a return up to September 2015, and no words that look back. */
static void check_year_before(const Checks *c, const Speech *speech, const Sentence *sentence, guint at)
{
  enum { NEAR_MONTHS = 3 };
  static const char *const past[] = { "was", "were", "has", "have", "approved", "agreed", "met", "took", NULL };
  static const char *const back[] = { "compared", "against", "than",  "last",   "earlier", "previous", "ago",
                                      "before",   "since",   "from",  "first",  "until",   "between",  "originally",
                                      "began",    "started", "after", "census", "survey",  "baseline", NULL };
  Date date;
  guint last;
  if (!date_given(speech->made) || !sentence_date(sentence, at, &date, &last) || date.year != speech->made.year - 1 ||
      speech->document->spec == &plan_spec || !sentence_has(sentence, past) || sentence_has(sentence, back))
    return;
  int months = speech->made.month - date.month; /* back to the same date of this year */
  Date year = period_first_day(period_year(period_of(c, speech)));
  if (months < 0 || months > NEAR_MONTHS || date_compare(date, year) >= 0)
    return;
  g_autofree char *made = date_to_string(speech->made);
  g_autofree char *what = g_strdup_printf("is a year before %s, when this was made: is %d meant?", made, date.year + 1);
  findings_remark(c->findings, speech, "W-YEAR-BEFORE", sentence, at, last, what);
}

/* ---- names with years -------------------------------------------------------------------------------------------- */

typedef struct {
  const Checks *checks;
  GHashTable *spans; /* "safer together 2014" to Span */
} Spans;

typedef struct {
  int end;
  const char *text; /* "Safer Together 2014-2019", in the arena */
  const Record *record;
} Span;

/* "2014-2019" and "2011-26" at a place in a text: the last year; 0 for none. */
static int span_end(const char *at, int *ret_year, gsize *ret_length)
{
  char *rest = NULL;
  long year = strtol(at, &rest, 10);
  if (rest - at != 4 || year < 1990 || year > 2098)
    return 0;
  const char *next = g_str_has_prefix(rest, "–") ? rest + strlen("–") : *rest == '-' ? rest + 1 : NULL;
  gsize digits = next ? strspn(next, "0123456789") : 0;
  if ((digits != 2 && digits != 4) || g_ascii_isalnum(next[digits]))
    return 0;
  int end = atoi(next);
  *ret_year = (int)year;
  *ret_length = (gsize)(next + digits - at);
  return digits == 2 ? (int)year / 100 * 100 + end : end;
}

/* The capitalized words right before a place, in lower case: "safer together"; fewer than two are no name. Caller
 * frees; NULL: none. */
static char *name_before(const char *text, const char *at, const char **ret_start)
{
  enum { LEAST_WORDS = 2 };
  const char *start = at;
  guint words = 0;
  while (start > text + 1 && start[-1] == ' ') {
    const char *word = start - 1;
    while (word > text && (g_ascii_isalpha(word[-1]) || word[-1] == '\''))
      word--;
    if (word == start - 1 || !g_ascii_isupper(*word))
      break;
    start = word;
    words++;
  }
  *ret_start = start;
  return words >= LEAST_WORDS ? g_ascii_strdown(start, (gssize)(at - start)) : NULL;
}

/* Puts the place at the word that begins there; sentences NULL: the words are an attribute's. */
static void find_word(Spot *spot, const GPtrArray *sentences, const char *start)
{
  for (guint i = 0; sentences && i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    for (guint k = 0; sentence_token(sentence, k) && !spot->sentence; k++)
      if (sentence_token(sentence, k)->start >= start) {
        spot->sentence = sentence;
        spot->token = k;
      }
  }
}

static void see_span(const Spans *spans, const char *text, const char *at, const Record *record,
                     const GPtrArray *sentences)
{
  int year, end;
  gsize length;
  const char *start;
  if ((end = span_end(at, &year, &length)) == 0)
    return;
  g_autofree char *name = name_before(text, at, &start);
  if (!name)
    return;
  Arena *arena = spans->checks->inputs->arena;
  char *key = g_strdup_printf("%s%d", name, year);
  const Span *before = g_hash_table_lookup(spans->spans, key);
  const char *quote = arena_strndup(arena, start, (gsize)(at - start) + length);
  if (!before) {
    Span *span = arena_alloc(arena, sizeof *span);
    *span = (Span){ end, quote, record };
    g_hash_table_insert(spans->spans, key, span);
    return;
  }
  g_free(key);
  if (before->end == end)
    return;
  Spot spot = { .record = record, .other = before->record };
  find_word(&spot, sentences, start);
  findings_add(spans->checks->findings, "W-SPAN", &spot, "'%s' here, but '%s' elsewhere: one name, two ranges of years",
               quote, before->text);
}

static void see_text(const Spans *spans, const char *text, const Record *record, const GPtrArray *sentences)
{
  for (const char *at = text; at && *at; at++)
    if (g_ascii_isdigit(*at) && (at == text || at[-1] == ' '))
      see_span(spans, text, at, record, sentences);
}

static void check_spans(const Checks *c)
{
  g_autoptr(GHashTable) table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Spans spans = { c, table };
  see_text(&spans, c->inputs->framework->title, &c->inputs->framework->record, NULL);
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    if (speech->sentences->len > 0)
      see_text(&spans, ((const Sentence *)g_ptr_array_index(speech->sentences, 0))->text, speech->record,
               speech->sentences);
  }
  for (guint i = 0; i < c->inputs->also->len; i++) {
    const Paper *paper = g_ptr_array_index(c->inputs->also, i);
    for (guint j = 0; paper->record.spec == &paper_spec && j < paper->background->len; j++) {
      const BackgroundPaper *background = g_ptr_array_index(paper->background, j);
      see_text(&spans, background->document, &background->record, NULL);
    }
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      for (guint k = 0; sentence_token(sentence, k); k++) {
        check_year(c, speech, sentence, k);
        check_months(c, speech, sentence, k);
        check_year_before(c, speech, sentence, k);
      }
    }
  }
  check_spans(c);
}

/* clang-format off */
static const Rule rules[] = {
  { "W-SPAN", LEVEL_NOTE, "wording", "one name with two ranges of years",
    "A strategy or plan is called by its years; one of the two is a slip, or they are two documents.",
    "Correct the years, or name the two apart." },
  { "W-YEAR-BEFORE", LEVEL_NOTE, "wording", "a day of the year before, told as news",
    "The year is a slip where the same day of this year lies just before the document; words that look back are left alone.",
    "Correct the year, or say that it is long ago." },
  { NULL },
};
/* clang-format on */

const Check check_year_words = { .run = run, .rules = rules };
