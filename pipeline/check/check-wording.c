/* Slips in any words, also of the plan and of papers: dates that do not exist, stretches of time that end before they
 * begin, places left to be filled in, colours that are not the symbol's, headings of another quarter. */
#include "check/checks.h"
#include "facts/phrases.h"
#include <string.h>

/* Words under the eye, wherever they stand. */
typedef struct {
  const Checks *checks;
  const Record *record;
  const char *part; /* "text", "title" */
  bool planned;     /* of the plan: the return's dates have a check of their own */
} Words;

static void report(const Words *words, const char *id, const Sentence *sentence, guint first, guint last,
                   const char *what)
{
  const Speech speech = { .record = words->record, .part = words->part };
  findings_remark(words->checks->findings, &speech, id, sentence, first, last, what);
}

static bool exists(Date date)
{
  g_autofree char *text = g_strdup_printf("%d-%02d-%02d", date.year ? date.year : 2012, date.month, MAX(date.day, 1));
  Date parsed;
  return date_parse(text, &parsed);
}

/* "31 September"; "from 1 October 2012 to 30 September 2012". */
static void check_days(const Words *words, const Sentence *sentence, guint at)
{
  static const char *const links[] = { "to", "until", "till", "-", "–", NULL };
  Date from, to;
  guint last, end;
  if (!sentence_date(sentence, at, &from, &last))
    return;
  bool inside = at > 0 && sentence_date(sentence, at - 1, &to, &end) && end >= last;
  if (inside)
    return; /* "March 2010" of "31 March 2010" */
  if (!exists(from)) {
    if (words->planned)
      report(words, "W-DATE", sentence, at, last, "is not a date");
    return;
  }
  bool range = token_is(sentence_token(sentence, last + 1), links) && sentence_date(sentence, last + 2, &to, &end) &&
               from.year != 0 && to.year != 0 && exists(to);
  if (range && date_compare(date_last_day(to), from.day ? from : (Date){ from.year, from.month, 1 }) < 0)
    report(words, "W-RANGE", sentence, at, end, "ends before it begins");
}

/* Days since a Monday: 0 to 6. */
static int weekday_of(Date date)
{
  static const int shift[] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };
  int year = date.month < 3 ? date.year - 1 : date.year;
  return (year + year / 4 - year / 100 + year / 400 + shift[date.month - 1] + date.day + 6) % 7;
}

/* "Monday 14 March 2014", which was a Friday. */
static void check_weekday(const Words *words, const Sentence *sentence, guint at)
{
  static const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  const Token *token = sentence_token(sentence, at), *comma = sentence_token(sentence, at + 1);
  if (!token->word || !g_str_has_suffix(token->word, "day"))
    return;
  guint next = at + (comma && comma->word && strcmp(comma->word, ",") == 0 ? 2 : 1), last;
  Date date;
  for (int i = 0; i < 7; i++) {
    if (strcmp(token->word, days[i]) != 0 || !sentence_date(sentence, next, &date, &last) || date.day == 0 ||
        date.year == 0 || !exists(date) || weekday_of(date) == i)
      continue;
    g_autofree char *what = g_strdup_printf("was a %s", days[weekday_of(date)]);
    what[6] = g_ascii_toupper(what[6]);
    report(words, "W-DATE", sentence, at, last, what);
  }
}

/* "March 2104": a year that nobody can mean. */
static void check_century(const Words *words, const Sentence *sentence, guint at)
{
  enum { BACK = 150, AHEAD = 50 };
  const Token *token = sentence_token(sentence, at), *month = at > 0 ? sentence_token(sentence, at - 1) : NULL;
  int now = words->checks->report->year.year;
  bool year = token->kind == TOKEN_NUMBER && token->number.scale == 0 && !token->percent && !token->pounds &&
              token->number.units >= 1000 && token->number.units <= 9999 && token->length_bytes == 4;
  if (year && sentence_month(month) && (token->number.units < now - BACK || token->number.units > now + AHEAD))
    report(words, "W-DATE", sentence, at - 1, at, "is not a year that can be meant");
}

/* "XX", "[insert name]", "??" within a text. */
static void check_gap(const Words *words, const Sentence *sentence, guint at)
{
  static const char *const gaps[] = { "xx", "xxx", "xxxx", NULL };
  static const char *const inside[] = { "insert", "enter", "add", "figure", "date", "name", "tbc", "xx", NULL };
  const Token *token = sentence_token(sentence, at), *next = sentence_token(sentence, at + 1);
  bool brackets = token->word && strcmp(token->word, "[") == 0 && token_is(next, inside);
  bool marks = token->word && next && next->word && strcmp(token->word, "?") == 0 && strcmp(next->word, "?") == 0;
  if (sentence->tokens->len > 4 && (token_is(token, gaps) || brackets || marks))
    report(words, "W-PLACEHOLDER", sentence, at > 3 ? at - 3 : 0, MIN(at + 2, sentence->tokens->len - 1),
           "waits to be filled in");
}

/* "To be inserted.", "Figures to be added": a whole sentence that waits for its words. */
static void check_waiting(const Words *words, const Sentence *sentence)
{
  enum { SHORT = 6 };
  const Phrases *phrases = words->checks->facts->phrases;
  guint n = sentence->tokens->len;
  if (n < 3 || n > SHORT)
    return;
  for (guint i = 0; i + 2 < n; i++)
    if (phrase_at(phrases, PHRASES_TO, sentence, i) && phrase_at(phrases, PHRASES_BE, sentence, i + 1) &&
        phrase_at(phrases, PHRASES_FILL, sentence, i + 2) &&
        (i == 0 || (i + 3 == n && !phrase_at(phrases, PHRASES_LINK, sentence, i - 1)))) {
      report(words, "W-PLACEHOLDER", sentence, 0, n - 1, "says nothing yet");
      return;
    }
}

/* "the the" */
static void check_doubled(const Words *words, const Sentence *sentence, guint at)
{
  static const char *const small[] = { "the", "of", "to", "a", "and", "in", "for", "with", "are", "is", "be", NULL };
  const Token *token = sentence_token(sentence, at), *next = sentence_token(sentence, at + 1);
  if (token_is(token, small) && next && next->word && strcmp(token->word, next->word) == 0)
    report(words, "W-DOUBLED", sentence, at, at + 1, "stands twice");
}

static void check_sentences(const Words *words, const GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    check_waiting(words, sentence);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      check_days(words, sentence, j);
      check_gap(words, sentence, j);
      check_doubled(words, sentence, j);
      check_weekday(words, sentence, j);
      check_century(words, sentence, j);
    }
  }
}

/* Words of the plan: what people call a field, and its name. */
static void check_field(const Checks *c, const Record *record, const char *part, const char *field)
{
  Words words = { c, record, part, true };
  check_sentences(&words, facts_sentences(c->facts, record, field));
}

/* A heading that names a quarter names the report's. */
static void check_title(const Checks *c, const Section *section)
{
  if (!section->title || c->report->quarter == 0)
    return;
  const GPtrArray *sentences = sentences_of_field(c->inputs->arena, &section->record, "title");
  Words words = { c, &section->record, "title", false };
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      const Token *token = sentence_token(sentence, j);
      if (token->kind == TOKEN_QUARTER && token->number.units != c->report->quarter)
        report(&words, "W-QUARTER", sentence, j, j, "is not the report's quarter");
    }
  }
}

static void check_narrative(const Checks *c, const GPtrArray *sections, bool planned)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    if (planned)
      check_field(c, &section->record, "text", "text");
    else
      check_title(c, section);
    check_narrative(c, section->sections, planned);
  }
}

static void check_plan_words(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  check_narrative(c, plan->sections, true);
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    check_field(c, &objective->record, "text", "text");
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      check_field(c, &milestone->record, "text", "text");
      check_field(c, &milestone->record, "success criteria", "success");
    }
  }
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    check_field(c, &indicator->record, "definition", "definition");
  }
}

static void check_papers_words(const Checks *c)
{
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    Words words = { c, speech->record, speech->part, true };
    if (speech->document->spec == &paper_spec)
      check_sentences(&words, speech->sentences);
  }
}

/* "This is amber", "rated red": a colour as a judgement, at its sentence's end or before a reason. */
static void check_colour(const Checks *c, const Speech *speech)
{
  static const char *const before[] = { "is", "now", "rated", "remains", "as", "shows", "stays", NULL };
  static const char *const after[] = { "because", "since", "as",  "at",   "until", "and", "but",
                                       "due",     "for",   "now", "this", ",",     "(",   NULL };
  static const char *const colours[] = { "green", "amber", "red", NULL };
  bool judged = speech->rating >= RATING_GREEN && speech->rating <= RATING_RED;
  for (guint i = 0; judged && i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 1; sentence_token(sentence, j); j++) {
      const Token *token = sentence_token(sentence, j), *next = sentence_token(sentence, j + 1);
      if (!token_is(token, colours) || !token_is(sentence_token(sentence, j - 1), before) ||
          (next && !token_is(next, after)) || terms_find(&terms_rating, token->word) == speech->rating)
        continue;
      g_autofree char *quote = sentence_quote(sentence, j > 3 ? j - 3 : 0, j);
      g_autofree char *name = record_name(speech->record);
      Spot spot = { .record = speech->record, .sentence = sentence, .token = j > 3 ? j - 3 : 0 };
      findings_add(c->findings, "W-TONE", &spot, "%s is %s, but its commentary says '%s'", name,
                   terms_name(&terms_rating, speech->rating), quote);
    }
  }
}

static void run(const Checks *c)
{
  check_plan_words(c);
  check_papers_words(c);
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    Words words = { c, speech->record, speech->part, false };
    check_sentences(&words, speech->sentences);
    if (speech_is_commentary(speech))
      check_colour(c, speech);
  }
  if (c->inputs->current)
    check_narrative(c, c->inputs->current->sections, false);
}

/* clang-format off */
static const Rule rules[] = {
  { "W-DOUBLED", LEVEL_NOTE, "wording", "a word that stands twice", "A slip that readers notice.", "Take one of the two out." },
  { "W-RANGE", LEVEL_WARNING, "wording", "a stretch of time that ends before it begins",
    "One of its two dates is a slip, mostly of the year.", "Correct the dates." },
  { NULL },
};
/* clang-format on */

const Check check_wording = { .run = run, .rules = rules };
