/* Tone: words that belie the symbol beside them, and commentaries that say nothing. Such findings quote the words: a
 * person must judge. */
#include "check/checks.h"
#include "model/goal.h"
#include <string.h>

typedef struct {
  const char *words[7]; /* "*" stands for any one word */
  int only;             /* Polarity: it means so only of indicators of that polarity; 0: of everything */
  bool milestone;       /* it means so only of milestones and other things to be done */
} Phrase;

/* Beside green or complete these want a second look. */
static const Phrase troubled[] = {
  { { "no", "significant", "progress" } },
  { { "no", "progress" } },
  { { "little", "progress" } },
  { { "limited", "progress" } },
  { { "not", "been", "achieved" } },
  { { "not", "been", "met" } },
  { { "not", "been", "completed" } },
  { { "not", "been", "started" } },
  { { "not", "yet", "started" } },
  { { "not", "yet", "been", "started" } },
  { { "not", "be", "achieved" } },
  { { "not", "be", "met" } },
  { { "not", "be", "completed" } },
  { { "not", "achieved" } },
  { { "not", "met" } },
  { { "has", "slipped" } },
  { { "have", "slipped" } },
  { { "slippage" } },
  { { "behind", "schedule" } },
  { { "behind", "target" } },
  { { "below", "target" }, POLARITY_HIGHER },
  { { "below", "the", "target" }, POLARITY_HIGHER },
  { { "above", "target" }, POLARITY_LOWER },
  { { "above", "the", "target" }, POLARITY_LOWER },
  { { "failed", "to", "meet" } },
  { { "failed", "to", "reach" } },
  { { "missed", "the", "target" } },
  { { "will", "miss", "the", "target" } },
  { { "will", "miss", "its", "target" } },
  { { "will", "miss", "our", "target" } },
  { { "above", "the", "limit" }, POLARITY_LOWER },
  { { "over", "the", "limit" }, POLARITY_LOWER },
  { { "missed", "its", "target" } },
  { { "target", "missed" } },
  { { "target", "was", "missed" } },
  { { "has", "been", "delayed" } },
  { { "have", "been", "delayed" } },
  { { "unlikely", "to", "be" } },
  { { "narrowly", "missed" } },
  { { "missed", "by" } },
  { { "missed", "the", "*", "target" } },
  { { "target", "not", "reached" } },
  { { "target", "was", "not", "reached" } },
  { { "target", "was", "not", "met" } },
  { { "target", "was", "not", "achieved" } },
  { { "did", "not", "meet", "the", "target" } },
  { { "did", "not", "meet", "its", "target" } },
  { { "did", "not", "meet", "our", "target" } },
  { { "did", "not", "reach", "the", "target" } },
  { { "did", "not", "reach", "its", "target" } },
  { { "did", "not", "achieve", "the", "target" } },
  { { "failed", "to", "achieve" } },
  { { "fell", "short" } },
  { { "fallen", "short" } },
  { { "short", "of", "target" } },
  { { "short", "of", "the", "target" } },
  { { "not", "on", "target" } },
  { { "off", "target" } },
  { { "not", "on", "track" } },
  { { "off", "track" } },
  { { "target", "is", "at", "risk" } },
  { { "worse", "than", "target" } },
  { { "worse", "than", "the", "target" } },
  { { "behind", "plan" }, 0, true },
  { { "not", "started" }, 0, true },
  { { "not", "begun" }, 0, true },
  { { "yet", "to", "start" }, 0, true },
  { { "yet", "to", "begin" }, 0, true },
  { { "running", "late" }, 0, true },
  { { "on", "hold" }, 0, true },
  { { "not", "complete" }, 0, true },
  { { "not", "completed" }, 0, true },
  { { "not", "yet", "complete" }, 0, true },
  { { "not", "reached" }, 0, true },
  { { "a", "delay", "in" }, 0, true },
  { { "been", "a", "delay" }, 0, true },
  { { "been", "delays" }, 0, true },
  { { "no", "work", "has" }, 0, true },
  { { "no", "bid" }, 0, true },
  { { "no", "bids" }, 0, true },
  { { "no", "applicants" }, 0, true },
  { { "nobody", "applied" }, 0, true },
  { { "been", "abandoned" }, 0, true },
  { { "was", "abandoned" }, 0, true },
  { { "postponed" }, 0, true },
  { { "put", "back" }, 0, true },
  { { "overdue" }, 0, true },
  { { "slower", "than", "planned" }, 0, true },
  { { "slower", "than", "expected" }, 0, true },
  { { "slower", "than", "anticipated" }, 0, true },
  { { "later", "than", "planned" }, 0, true },
  { { "later", "than", "expected" }, 0, true },
  { { "later", "than", "foreseen" }, 0, true },
  { { "is", "at", "risk" }, 0, true },
};

/* Beside red these do. */
static const Phrase content[] = {
  { { "target", "has", "been", "met" } },
  { { "target", "will", "be", "met" } },
  { { "target", "will", "be", "achieved" } },
  { { "target", "will", "be", "exceeded" } },
  { { "target", "of", "*", "will", "be", "met" } },
  { { "target", "of", "*", "will", "be", "achieved" } },
  { { "target", "of", "*", "will", "be", "exceeded" } },
  { { "target", "has", "been", "achieved" } },
  { { "target", "has", "been", "exceeded" } },
  { { "target", "was", "met" } },
  { { "target", "was", "achieved" } },
  { { "target", "was", "exceeded" } },
  { { "target", "achieved" } },
  { { "target", "exceeded" } },
  { { "exceeded", "target" } },
  { { "exceeded", "the", "target" } },
  { { "exceeded", "its", "target" } },
  { { "achieved", "targets" } },
  { { "achieved", "the", "target" } },
  { { "achieved", "its", "target" } },
  { { "met", "the", "target" } },
  { { "met", "its", "target" } },
  { { "above", "target" }, POLARITY_HIGHER },
  { { "below", "target" }, POLARITY_LOWER },
  { { "within", "the", "target" } },
  { { "within", "target" } },
  { { "on", "track" } },
  { { "on", "target" } },
  { { "on", "schedule" } },
  { { "ahead", "of", "schedule" } },
  { { "completed", "on", "time" } },
  { { "fully", "achieved" } },
  { { "target", "has", "been", "reached" } },
  { { "target", "has", "been", "surpassed" } },
  { { "target", "was", "reached" } },
  { { "target", "reached" } },
  { { "target", "met" } },
  { { "target", "is", "met" } },
  { { "targets", "were", "met" } },
  { { "targets", "were", "achieved" } },
  { { "targets", "were", "exceeded" } },
  { { "targets", "have", "been", "met" } },
  { { "targets", "have", "been", "achieved" } },
  { { "targets", "have", "been", "exceeded" } },
  { { "met", "our", "target" } },
  { { "exceeded", "our", "target" } },
  { { "achieved", "our", "target" } },
  { { "better", "than", "target" } },
  { { "better", "than", "the", "target" } },
  { { "ahead", "of", "target" } },
  { { "above", "the", "target" }, POLARITY_HIGHER },
  { { "below", "the", "target" }, POLARITY_LOWER },
  { { "well", "within", "the", "target" } },
  { { "on", "course" } },
  { { "fully", "met" } },
  { { "target", "of", "*", "has", "been", "met" } },
  { { "target", "of", "*", "has", "been", "achieved" } },
  { { "target", "of", "*", "has", "been", "exceeded" } },
  { { "target", "of", "*", "was", "met" } },
  { { "target", "of", "*", "was", "achieved" } },
  { { "target", "of", "*", "was", "exceeded" } },
  { { "been", "completed", "in", "full" }, 0, true },
  { { "was", "completed", "in", "full" }, 0, true },
};

static bool is_negated(const Sentence *sentence, guint at)
{
  static const char *const negations[] = { "not", "no", "never", "n't",  "cannot", "nor", "until",
                                           "if",  "be", "to",    "back", "than",   NULL };
  for (guint i = at > 2 ? at - 2 : 0; i < at; i++) {
    const char *word = sentence_token(sentence, i)->word;
    for (guint j = 0; word && negations[j]; j++)
      if (strcmp(word, negations[j]) == 0)
        return true;
  }
  return false;
}

/* Of its first measure, by the words of the target where they say it. */
static int polarity_of(const Indicator *indicator)
{
  if (!indicator)
    return POLARITY_UNSTATED;
  const Measure *first = indicator->measures->len ? g_ptr_array_index(indicator->measures, 0) : NULL;
  return goal_polarity(first ? first->target : NULL, indicator->polarity);
}

/* First of the phrases in the sentence that is meant so; when wanted (plain), one that is not negated. */
static const Phrase *find_phrase(const Speech *speech, const Sentence *sentence, const Phrase *phrases, guint n,
                                 bool plain, int *ret_at)
{
  int polarity = polarity_of(speech->indicator);
  for (guint i = 0; i < n; i++) {
    if ((phrases[i].only && phrases[i].only != polarity) || (phrases[i].milestone && speech->indicator))
      continue;
    int at = sentence_find(sentence, phrases[i].words, 0);
    if (at >= 0 && !(plain && is_negated(sentence, (guint)at))) {
      *ret_at = at;
      return &phrases[i];
    }
  }
  return NULL;
}

static void report(const Checks *c, const Speech *speech, const Sentence *sentence, int at, const Phrase *phrase)
{
  guint last = (guint)at + g_strv_length((char **)phrase->words) - 1;
  guint first = at > 3 ? (guint)at - 3 : 0;
  const Token *behind = sentence_token(sentence, last + 3);
  g_autofree char *quote = sentence_quote(sentence, first, behind ? last + 3 : sentence->tokens->len - 1);
  g_autofree char *name = record_name(speech->record);
  Spot spot = { .record = speech->record, .sentence = sentence, .token = (guint)at };
  findings_add(c->findings, "W-TONE", &spot, "%s is %s, but its commentary says '%s'", name,
               terms_name(&terms_rating, speech->rating), quote);
}

/* A sentence about the past, another thing or a condition is left alone where the words tell. */
static void check_symbol_tone(const Checks *c, const Speech *speech)
{
  bool good = speech->rating == RATING_GREEN || speech->rating == RATING_COMPLETE;
  const Phrase *phrases = good ? troubled : content;
  guint n = good ? G_N_ELEMENTS(troubled) : G_N_ELEMENTS(content);
  if (!good && speech->rating != RATING_RED)
    return;
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    int at;
    const Phrase *phrase = find_phrase(speech, sentence, phrases, n, !good, &at);
    if (!phrase)
      continue;
    report(c, speech, sentence, at, phrase);
    return;
  }
}

/* Amber with nothing but "Completed." */
static void check_finished(const Checks *c, const Speech *speech)
{
  static const char *const words[] = { "complete", "completed", "done", "achieved", "finished", NULL };
  const Sentence *first = g_ptr_array_index(speech->sentences, 0);
  bool troubled_symbol = speech->rating == RATING_AMBER || speech->rating == RATING_RED;
  if (!troubled_symbol || first->tokens->len > 2 || !sentence_has(first, words) || !speech->milestone)
    return;
  g_autofree char *quote = sentence_quote(first, 0, first->tokens->len - 1);
  g_autofree char *name = record_name(speech->record);
  Spot spot = { .record = speech->record, .sentence = first };
  findings_add(c->findings, "W-TONE", &spot, "%s is %s, but its commentary says '%s'", name,
               terms_name(&terms_rating, speech->rating), quote);
}

/* Amber or red with "All 23 machines have ...", where the milestone is about 23 of them. */
static void check_all_done(const Checks *c, const Speech *speech)
{
  static const char *const all[] = { "all", NULL }, *const have[] = { "have", "are", "were", NULL };
  static const char *const no[] = { "not", "but", "except", "yet", "still", "to", NULL };
  if ((speech->rating != RATING_AMBER && speech->rating != RATING_RED) || !speech->milestone ||
      !speech->milestone->text)
    return;
  const Sentence *first = g_ptr_array_index(speech->sentences, 0);
  g_autofree char *text = runs_to_text(speech->milestone->text);
  const GPtrArray *planned = sentences_of_text(c->inputs->arena, text);
  const Token *number = sentence_token(first, 1);
  bool same = false;
  for (guint i = 0; number && i < planned->len; i++) {
    const Sentence *sentence = g_ptr_array_index(planned, i);
    for (guint j = 0; sentence_token(sentence, j); j++)
      same |= sentence_is_figure(sentence, j) && sentence_is_figure(first, 1) &&
              amount_compare(sentence_token(sentence, j)->number, number->number) == 0;
  }
  if (!same || !token_is(sentence_token(first, 0), all) || !sentence_has(first, have) || sentence_has(first, no))
    return;
  g_autofree char *quote = sentence_quote(first, 0, first->tokens->len - 1);
  g_autofree char *name = record_name(speech->record);
  Spot spot = { .record = speech->record, .sentence = first, .last = first->tokens->len - 1 };
  findings_add(c->findings, "W-TONE", &spot, "%s is %s, but its commentary says '%s'", name,
               terms_name(&terms_rating, speech->rating), quote);
}

/* "Draft.", "to follow", "xxx": nothing has been said yet. */
static void check_placeholder(const Checks *c, const Speech *speech)
{
  static const char *const single[] = { "draft",   "tbc",        "tba",     "tbd",         "todo",  "test",
                                        "xx",      "xxx",        "pending", "awaited",     "lorem", "update",
                                        "comment", "commentary", "text",    "placeholder", NULL };
  static const Phrase phrases[] = { { { "to", "follow" } },          { { "to", "be", "confirmed" } },
                                    { { "to", "be", "completed" } }, { { "lorem", "ipsum" } },
                                    { { "insert", "text" } },        { { "awaiting", "update" } } };
  const Sentence *only = g_ptr_array_index(speech->sentences, 0);
  if (speech->sentences->len > 1 || only->tokens->len > 4)
    return;
  int at;
  bool empty = only->tokens->len == 1 && sentence_has(only, single);
  if (!empty && !find_phrase(speech, only, phrases, G_N_ELEMENTS(phrases), false, &at))
    return;
  g_autofree char *quote = sentence_quote(only, 0, only->tokens->len - 1);
  g_autofree char *name = record_name(speech->record);
  Spot spot = { .record = speech->record, .sentence = only };
  findings_add(c->findings, "W-PLACEHOLDER", &spot, "%s, %s: '%s' says nothing yet", name, speech->part, quote);
}

/* "has improved" beside figures that got worse, and the other way round. */
static void check_trend(const Checks *c, const Speech *speech)
{
  static const Phrase better[] = { { { "has", "improved" } },
                                   { { "have", "improved" } },
                                   { { "improvement", "on" } },
                                   { { "better", "than" } },
                                   { { "improvement", "compared" } } };
  static const Phrase worse[] = {
    { { "has", "worsened" } }, { { "has", "deteriorated" } }, { { "worse", "than" } }, { { "deterioration" } }
  };
  static const char *const subjects[] = { "performance", "figure",  "figures", "rate",    "percentage", "number",
                                          "result",      "results", "value",   "outturn", "indicator",  NULL };
  int travel = speech->indicator ? speech->indicator->computed_travel : TRAVEL_NONE;
  bool bad = travel == TRAVEL_WORSE;
  if (!bad && travel != TRAVEL_BETTER)
    return;
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    int at;
    const Phrase *phrase = find_phrase(speech, sentence, bad ? better : worse,
                                       bad ? G_N_ELEMENTS(better) : G_N_ELEMENTS(worse), true, &at);
    if (!phrase || !sentence_has(sentence, subjects))
      continue;
    guint last = MIN((guint)at + 5, sentence->tokens->len - 1);
    g_autofree char *quote = sentence_quote(sentence, at > 3 ? (guint)at - 3 : 0, last);
    g_autofree char *name = record_name(speech->record);
    Spot spot = { .record = speech->record, .sentence = sentence, .token = at > 3 ? (guint)at - 3 : 0 };
    findings_add(c->findings, "W-TREND", &spot, "%s: its commentary says '%s', but its figures are %s than %s", name,
                 quote, bad ? "worse" : "better", "those they are compared with");
    return;
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    check_placeholder(c, speech);
    if (!speech_is_commentary(speech))
      continue;
    check_symbol_tone(c, speech);
    check_finished(c, speech);
    check_all_done(c, speech);
    check_trend(c, speech);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-PLACEHOLDER", LEVEL_WARNING, "wording", "words that only hold a place", "The report would be published with them.",
    "Write the text." },
  { "W-TONE", LEVEL_NOTE, "wording", "words that belie the symbol",
    "Only a person can tell whether words and symbol contradict each other; these words often mean that they do.",
    "Read the whole commentary; correct the rating or the words." },
  { NULL },
};
/* clang-format on */

const Check check_tone = { .run = run, .rules = rules };
