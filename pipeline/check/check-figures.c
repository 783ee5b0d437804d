/* Figures in a commentary against the row it stands beside: a value that is a slip away from the row's, last
 * quarter's figure still in the text, another indicator's name. */
#include "check/checks.h"
#include "facts/claim.h"
#include "facts/known.h"
#include "facts/mentions.h"
#include "model/figures.h"
#include "model/goal.h"
#include <string.h>

/* Words by which a sentence says that the figure is this row's. */
static bool makes_claim(const Sentence *sentence)
{
  static const char *const words[] = { "outturn",   "figure", "value",      "performance", "result",   "percentage",
                                       "rate",      "stands", "stand",      "stood",       "achieved", "total",
                                       "currently", "actual", "calculated", "average",     "share",    NULL };
  return sentence_has(sentence, words);
}

/* Words near a figure that say it is one of before. */
static bool looks_back(const Sentence *sentence, guint at)
{
  static const char *const words[] = { "compared",   "comparison", "than",  "against",  "last",   "previous",
                                       "previously", "prior",      "since", "from",     "before", "earlier",
                                       "was",        "were",       "had",   "baseline", NULL };
  for (guint i = at > 4 ? at - 4 : 0; i <= at + 3; i++) {
    const Token *token = sentence_token(sentence, i);
    for (guint j = 0; token && token->word && words[j]; j++)
      if (strcmp(token->word, words[j]) == 0)
        return true;
  }
  return false;
}

typedef struct {
  const Checks *checks;
  const Speech *speech;
  const Indicator *indicator;
  const Measure *measure;
  const Reading *value, *last; /* this period's; the period's before, or NULL */
  Known known;
} Row;

static void report(const Row *row, const char *id, const Sentence *sentence, guint at, const char *what)
{
  guint first = at > 4 ? at - 4 : 0, last = MIN(at + 2, sentence->tokens->len - 1);
  g_autofree char *quote = sentence_quote(sentence, first, last);
  g_autofree char *value = figure_text(&row->value->number);
  Spot spot = { .record = &row->value->record, .sentence = sentence, .token = at };
  findings_add(row->checks->findings, id, &spot, "indicator %s, %s: '%s' %s, its value is %s", row->indicator->ref,
               row->speech->part, quote, what, value);
}

/* True when any figure of the words is the row's value. */
static bool quotes_value(const Row *row)
{
  for (guint i = 0; i < row->speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(row->speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++)
      if ((sentence_is_figure(sentence, j) || sentence_is_figure_in(sentence, j, row->value->unit)) &&
          figure_same(sentence_token(sentence, j)->number, row->value->number.amount))
        return true;
  }
  return false;
}

/* The last period's figure, while this period's is nowhere; false when it is not that. */
static bool check_stale(const Row *row, const Sentence *sentence, guint at)
{
  const Token *token = sentence_token(sentence, at);
  bool stale = row->last && row->last->number.given && figure_digits(row->last->number.amount) >= 3 &&
               amount_compare(row->last->number.amount, token->number) == 0;
  if (!stale || looks_back(sentence, at))
    return false;
  g_autofree char *period = period_to_string(row->last->period);
  g_autofree char *what = g_strdup_printf("is the figure of %s", period);
  report(row, "W-STALE", sentence, at, what);
  return true;
}

/* The first figure of the value's kind in all the words: most commentaries begin with the value. */
static bool is_first(const Row *row, const Sentence *sentence, guint at)
{
  for (guint i = 0; i < row->speech->sentences->len; i++) {
    const Sentence *other = g_ptr_array_index(row->speech->sentences, i);
    for (guint j = 0; sentence_token(other, j); j++)
      if (sentence_is_figure_in(other, j, row->value->unit))
        return other == sentence && j == at;
  }
  return false;
}

/* "a 3.4% reduction": a change, not a value. */
static bool is_change(const Sentence *sentence, guint at)
{
  static const char *const words[] = { "reduction", "increase", "decrease", "rise",   "fall",        "more",  "less",
                                       "fewer",     "higher",   "lower",    "points", "better",      "worse", "up",
                                       "down",      "growth",   "above",    "below",  "improvement", NULL };
  const Token *next = sentence_token(sentence, at + 1);
  for (guint i = 0; next && next->word && words[i]; i++)
    if (strcmp(next->word, words[i]) == 0)
      return true;
  const char *before = at > 0 ? sentence_token(sentence, at - 1)->word : NULL;
  return before && strcmp(before, "by") == 0;
}

static bool check_slip(const Row *row, const Sentence *sentence, guint at)
{
  const Token *token = sentence_token(sentence, at);
  if (is_change(sentence, at))
    return false;
  const Amount value = figure_absolute(row->value->number.amount); /* words have their sign before the figure */
  bool moved = token->number.scale != value.scale && token->number.units == value.units; /* only the point differs */
  bool precise = (token->number.scale == value.scale || moved) && figure_digits(token->number) >= 3;
  bool opens = is_first(row, sentence, at);
  if (figure_same(token->number, value) || !figure_is_slip(token->number, value) ||
      known_has(&row->known, token->number) || !(precise || opens || makes_claim(sentence)))
    return false;
  report(row, "W-VALUE", sentence, at, "is one slip away from the value but not the same");
  return true;
}

/* One of the targets that the row has, for whatever time. */
static bool is_goal(const Measure *measure, Amount number)
{
  bool goal = goal_names(measure->target, number) || (measure->profile && goal_names(measure->profile, number));
  for (guint i = 0; i < measure->targets->len && !goal; i++)
    goal = goal_names(g_ptr_array_index(measure->targets, i), number);
  return goal;
}

/* "against a target of 46.0%": one of the row's targets, or a slip. */
static bool check_target(const Row *row, const Sentence *sentence, guint at)
{
  static const char *const links[] = { "of", "is", "was", "at", "set", "for", "the", NULL };
  const Token *token = sentence_token(sentence, at);
  guint i = at;
  for (bool link = true; i > 0 && link && at - i < 4;) {
    const char *word = sentence_token(sentence, --i)->word;
    if (!word || strcmp(word, "target") == 0)
      break;
    link = false;
    for (guint j = 0; links[j]; j++)
      link |= strcmp(word, links[j]) == 0;
  }
  const char *word = i < at ? sentence_token(sentence, i)->word : NULL;
  const Reading *target = row->measure->target;
  if (!word || strcmp(word, "target") != 0 || !target || !target->number.given || is_goal(row->measure, token->number))
    return false;
  g_autofree char *quote = sentence_quote(sentence, i, at);
  g_autofree char *number = goal_words(target);
  Spot spot = { .record = &row->value->record, .sentence = sentence, .token = i, .last = at, .other = &target->record };
  findings_add(row->checks->findings, "W-VALUE", &spot, "indicator %s, %s: '%s', but the plan's target is %s",
               row->indicator->ref, row->speech->part, quote, number);
  return true;
}

static void check_targets(const Row *row)
{
  for (guint i = 0; i < row->speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(row->speech->sentences, i);
    for (guint j = 1; sentence_token(sentence, j); j++)
      if (sentence_is_figure_in(sentence, j, row->value->unit) && check_target(row, sentence, j))
        return;
  }
}

/* "Quarter 1 was revised from 10 to 15": of another figure than the row's. */
static bool tells_revision(const Sentence *sentence)
{
  static const char *const words[] = { "revised", "restated", "corrected", "amended", "recalculated", NULL };
  static const char *const from[] = { "from", NULL };
  return sentence_has(sentence, words) && sentence_has(sentence, from);
}

/* The words say that it is the figure of another time, or a target. */
static bool is_of_another(const GArray *claims, guint at)
{
  return claim_at(claims, CLAIM_FIGURE, at) || claim_at(claims, CLAIM_TARGET, at);
}

/* One finding a commentary is enough. */
static void check_words(const Row *row)
{
  for (guint i = 0; i < row->speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(row->speech->sentences, i);
    if (tells_revision(sentence))
      continue;
    g_autoptr(GArray) claims = claims_of(sentence);
    for (guint j = 0; sentence_token(sentence, j); j++)
      if (sentence_is_figure_in(sentence, j, row->value->unit) && !is_of_another(claims, j) &&
          (check_stale(row, sentence, j) || check_slip(row, sentence, j)))
        return;
  }
}

/* Fills the row of an indicator with one measure and a number; false for others. Clear with row_clear. */
static bool row_init(Row *row, const Checks *c, const Speech *speech, const Indicator *indicator)
{
  const Measure *measure = g_ptr_array_index(indicator->measures, 0);
  if (indicator->measures->len != 1 || !measure->value->number.given)
    return false;
  *row = (Row){ c, speech, indicator, measure, measure->value, NULL, { g_array_new(FALSE, FALSE, sizeof(Amount)) } };
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    if (period_equal(point->period, period_back(measure->value->period, 0, 1)))
      row->last = point;
  }
  known_add_measure(&row->known, measure);
  known_add(&row->known, &measure->value->numerator);
  known_add(&row->known, &measure->value->denominator);
  known_add(&row->known, &indicator->projection);
  return true;
}

static void row_clear(Row *row)
{
  g_array_unref(row->known.numbers);
}

static void check_value(const Checks *c, const Speech *speech)
{
  Row row;
  if (!row_init(&row, c, speech, speech->indicator))
    return;
  check_targets(&row);
  if (!quotes_value(&row))
    check_words(&row);
  row_clear(&row);
}

/* A commentary that names another indicator of the table and not its own has perhaps slipped a row. */
static void check_names(const Checks *c, GHashTable *refs, const Speech *speech)
{
  static const char *const beside[] = { "whereas", "while", "see",    "compared", "than", "both", "also",
                                        "too",     "well",  "unlike", "like",     "as",   NULL };
  const Indicator *other = NULL;
  const Sentence *where = NULL;
  guint first = 0, last = 0;
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 0, end = 0; sentence_token(sentence, j); j++) {
      const Indicator *named = mentions_at(refs, sentence, j, &end);
      if (named == speech->indicator)
        return;
      if (named && !other && !sentence_has(sentence, beside)) {
        other = named;
        where = sentence;
        first = j;
        last = end;
      }
    }
  }
  if (!other)
    return;
  g_autofree char *quote = sentence_quote(where, first, last);
  Spot spot = { .record = speech->record, .sentence = where, .token = first, .other = &other->record };
  findings_add(c->findings, "W-INDICATOR", &spot, "the %s of indicator %s names indicator %s and not its own",
               speech->part, speech->indicator->ref, other->ref);
}

/* A sentence of any text that names one indicator and gives figures: they should be its own. */
static void check_mention(const Checks *c, GHashTable *refs, const Speech *speech, const Sentence *sentence)
{
  const Indicator *only = NULL;
  guint at = 0;
  for (guint i = 0, last = 0; sentence_token(sentence, i); i++) {
    const Indicator *named = mentions_at(refs, sentence, i, &last);
    if (!named)
      continue;
    if (only && only != named)
      return;
    only = named;
    at = i = last;
  }
  Row row;
  if (!only || only == speech->indicator || !row_init(&row, c, speech, only))
    return;
  bool told = false;
  for (guint i = at + 1; sentence_token(sentence, i); i++)
    told |=
        sentence_is_figure(sentence, i) && figure_same(sentence_token(sentence, i)->number, row.value->number.amount);
  for (guint i = at + 1; !told && sentence_token(sentence, i); i++)
    told = sentence_is_figure_in(sentence, i, row.value->unit) && check_slip(&row, sentence, i);
  row_clear(&row);
}

static void run(const Checks *c)
{
  g_autoptr(GHashTable) refs = mentions_new(c->report);
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    for (guint j = 0; j < speech->sentences->len; j++)
      check_mention(c, refs, speech, g_ptr_array_index(speech->sentences, j));
    if (!speech->indicator)
      continue;
    check_names(c, refs, speech);
    if (speech_is_commentary(speech) || strcmp(speech->part, "data commentary") == 0)
      check_value(c, speech);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-INDICATOR", LEVEL_NOTE, "wording", "a commentary names another indicator and not its own",
    "It has perhaps slipped into the wrong row.", "Check that the commentary belongs here." },
  { "W-STALE", LEVEL_NOTE, "wording", "words with last period's figure",
    "The words quote the last period's value and not this one's.", "Bring the words up to date, or correct the value." },
  { "W-VALUE", LEVEL_NOTE, "wording", "a figure in the words is nearly the row's value",
    "Two figures for one thing: one of them is a slip, or they are different things and the words should say so.",
    "Correct the value or the words." },
  { NULL },
};
/* clang-format on */

const Check check_figures = { .run = run, .rules = rules };
