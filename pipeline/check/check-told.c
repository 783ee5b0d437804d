/* Changes that the words tell: "fell from 902 to 773, a reduction of 129", "doubled", "has risen since last year";
 * parts that are put together: "12 in the north and 7 in the south, together 19". */
#include "check/checks.h"
#include "model/figures.h"
#include <string.h>

static const char *const rising[] = { "rose",      "risen",  "rise",   "rises", "increased", "increase",
                                      "increases", "grew",   "grown",  "grow",  "climbed",   "up",
                                      "higher",    "growth", "raised", NULL };
static const char *const falling[] = { "fell",    "fallen",  "fall",      "falls",    "decreased", "decrease",
                                       "reduced", "dropped", "reduction", "declined", "decline",   "down",
                                       "lower",   "drop",    "fewer",     "reducing", NULL };

static int direction_at(const Sentence *sentence, guint at)
{
  const Token *token = sentence_token(sentence, at);
  return token_is(token, rising) ? 1 : token_is(token, falling) ? -1 : 0;
}

static void report(const Checks *c, const char *id, const Speech *speech, const Sentence *sentence, guint first,
                   guint last, const char *what)
{
  g_autofree char *quote = sentence_quote(sentence, first, last);
  g_autofree char *name = record_name(speech->record);
  Spot spot = { .record = speech->record, .sentence = sentence, .token = first, .last = last };
  findings_add(c->findings, id, &spot, "%s, %s: '%s': %s", name, speech->part, quote, what);
}

/* "from A to B": the only one of the sentence, by its tokens. */
typedef struct {
  guint from, before, now; /* the word and the two figures */
  Amount a, b;
} Pair;

static bool pair_at(const Sentence *sentence, guint at, Pair *ret_pair)
{
  static const char *const from[] = { "from", NULL };
  static const char *const to[] = { "to", NULL };
  if (!token_is(sentence_token(sentence, at), from) || !sentence_is_figure(sentence, at + 1))
    return false;
  const Token *a = sentence_token(sentence, at + 1);
  for (guint i = at + 2; i <= at + 4; i++)
    if (token_is(sentence_token(sentence, i), to) && sentence_is_figure(sentence, i + 1) &&
        sentence_token(sentence, i + 1)->percent == a->percent) {
      *ret_pair = (Pair){ at, at + 1, i + 1, a->number, sentence_token(sentence, i + 1)->number };
      return true;
    }
  return false;
}

static bool find_pair(const Sentence *sentence, Pair *ret_pair)
{
  guint pairs = 0;
  for (guint i = 0; sentence_token(sentence, i); i++)
    pairs += pair_at(sentence, i, ret_pair);
  for (guint i = 0; pairs == 1 && sentence_token(sentence, i); i++)
    if (pair_at(sentence, i, ret_pair))
      return true;
  return false;
}

/* "rose from 902 to 773" */
static bool check_direction(const Checks *c, const Speech *speech, const Sentence *sentence, const Pair *pair)
{
  int order = amount_compare(pair->b, pair->a);
  for (guint back = 1; back <= 3 && back <= pair->from; back++) {
    int direction = direction_at(sentence, pair->from - back);
    if (direction == 0)
      continue;
    if (order == 0 || (order > 0) == (direction > 0))
      return false;
    report(c, "W-CHANGE", speech, sentence, pair->from - back, pair->now,
           order > 0 ? "the second figure is more" : "the second figure is less");
    return true;
  }
  return false;
}

/* "doubled from 40 to 60" */
static bool check_multiple(const Checks *c, const Speech *speech, const Sentence *sentence, const Pair *pair)
{
  static const struct {
    const char *word;
    int least, most; /* percent of the first figure */
  } rows[] = { { "doubled", 170, 240 }, { "trebled", 260, 350 }, { "tripled", 260, 350 }, { "halved", 40, 60 } };
  Amount ratio;
  for (guint i = 0; i < G_N_ELEMENTS(rows) && pair->from > 0; i++) {
    const Token *token = sentence_token(sentence, pair->from - 1);
    if (!token->word || strcmp(token->word, rows[i].word) != 0 ||
        !figure_ratio(pair->b, pair->a, UNIT_PERCENT, &ratio) ||
        (amount_compare(ratio, amount_from_int(rows[i].least)) >= 0 &&
         amount_compare(ratio, amount_from_int(rows[i].most)) <= 0))
      continue;
    g_autofree char *percent = amount_format(ratio, 0);
    g_autofree char *what = g_strdup_printf("the second figure is %s%% of the first", percent);
    report(c, "W-CHANGE", speech, sentence, pair->from - 1, pair->now, what);
    return true;
  }
  return false;
}

/* "a reduction of 129" in the sentence of the pair: the difference. */
static void check_difference(const Checks *c, const Speech *speech, const Sentence *sentence, const Pair *pair)
{
  static const char *const of[] = { "of", "by", NULL };
  Amount difference;
  if (!amount_subtract(pair->b, pair->a, &difference))
    return;
  difference = figure_absolute(difference);
  for (guint i = 0; sentence_token(sentence, i); i++) {
    bool change = direction_at(sentence, i) != 0 && token_is(sentence_token(sentence, i + 1), of) &&
                  sentence_is_figure(sentence, i + 2) && i + 2 != pair->before && i + 2 != pair->now;
    const Token *token = change ? sentence_token(sentence, i + 2) : NULL;
    bool percentages = sentence_token(sentence, pair->before)->percent;
    if (!token || token->percent || (percentages && token->number.scale == 0) || figure_same(token->number, difference))
      continue;
    g_autofree char *is = amount_format(difference, -1);
    g_autofree char *what = g_strdup_printf("the difference is %s", is);
    report(c, "W-CHANGE", speech, sentence, MIN(pair->before, i), MAX(pair->now, i + 2), what);
    return;
  }
}

/* Numbers that stand before "together" or "in total", when they and their sum are all that the sentence counts. */
static void check_together(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  enum { LEAST = 2, MOST = 6 };
  static const char *const sums[] = { "together", "altogether", "totalling", NULL };
  static const char *const joins[] = { "of", "from", "to", "than", "per", "out", "between", NULL };
  Amount sum = amount_from_int(0);
  guint parts = 0, first = 0;
  for (guint i = 0; sentence_token(sentence, i); i++) {
    const Token *token = sentence_token(sentence, i);
    if (token_is(token, joins) || (token->kind == TOKEN_NUMBER && token->percent))
      return;
    if (token_is(token, sums) && parts >= LEAST && sentence_is_figure(sentence, i + 1)) {
      Amount printed = sentence_token(sentence, i + 1)->number;
      if (amount_compare(sum, printed) == 0)
        return;
      g_autofree char *is = amount_format(sum, -1);
      g_autofree char *what = g_strdup_printf("they make %s", is);
      report(c, "W-SUM", speech, sentence, first, i + 1, what);
      return;
    }
    if (!sentence_is_figure(sentence, i))
      continue;
    first = parts == 0 ? i : first;
    if (++parts > MOST || !amount_add(sum, token->number, &sum))
      return;
  }
}

/* "568 incidents, of which 340 were in one town and 228 in the other": parts that are more than the whole, or a slip
 * away from it. */
static void check_of_which(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  static const char *const phrase[] = { "of", "which", NULL };
  int at = sentence_find(sentence, phrase, 0);
  guint parts = 0, whole = 0, last = 0;
  Amount sum = amount_from_int(0);
  for (guint i = 0; at > 0 && i < (guint)at; i++)
    if (sentence_is_figure(sentence, i) && !sentence_token(sentence, i)->percent)
      whole = i + 1;
  if (whole == 0)
    return;
  for (guint i = (guint)at; sentence_token(sentence, i); i++) {
    const Token *token = sentence_token(sentence, i);
    if (!sentence_is_figure(sentence, i))
      continue;
    if (token->percent || !amount_add(sum, token->number, &sum))
      return;
    parts++;
    last = i;
  }
  Amount all = sentence_token(sentence, whole - 1)->number;
  if (parts < 2 || amount_compare(sum, all) == 0 || (amount_compare(sum, all) < 0 && !figure_is_slip(sum, all)))
    return;
  g_autofree char *is = amount_format(sum, -1);
  g_autofree char *what = g_strdup_printf("the parts make %s", is);
  report(c, "W-SUM", speech, sentence, whole - 1, last, what);
}

/* All measures of the row moved that way against the figure they are compared with: +1, -1, or 0 when they differ. */
static int movement_of(const Indicator *indicator)
{
  int all = 0;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (!measure->value->number.given || !measure->comparator || !measure->comparator->number.given)
      return 0;
    int order = amount_compare(measure->value->number.amount, measure->comparator->number.amount);
    int one = order > 0 ? 1 : order < 0 ? -1 : 0;
    if (one == 0 || (all != 0 && one != all))
      return 0;
    all = one;
  }
  return all;
}

static bool names_last_year(const Sentence *sentence)
{
  static const char *const phrases[][4] = { { "last", "year" },   { "previous", "year" }, { "year", "ago" },
                                            { "year", "before" }, { "same", "period" },   { "same", "quarter" } };
  for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
    if (sentence_find(sentence, phrases[i], 0) >= 0)
      return true;
  return false;
}

/* "The number of fires has risen since last year", beside figures that fell. */
static void check_literal(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  static const char *const subjects[] = { "number",  "rate",  "percentage", "figure", "average",
                                          "figures", "value", "proportion", "total",  NULL };
  static const char *const verbs[] = { "has", "have", "was", "were", "is", "are", "had", NULL };
  static const char *const against[] = { "not", "no", "target", "although", "but", "while", "despite", NULL };
  int moved = movement_of(speech->indicator), told = 0;
  guint at = 0;
  bool subject = false;
  if (moved == 0 || !names_last_year(sentence) || sentence_has(sentence, against))
    return;
  for (guint i = 0; i < 3; i++)
    subject |= token_is(sentence_token(sentence, i), subjects);
  for (guint i = 1; subject && sentence_token(sentence, i); i++)
    if (direction_at(sentence, i) != 0 && token_is(sentence_token(sentence, i - 1), verbs)) {
      told = told == 0 ? direction_at(sentence, i) : 2;
      at = i;
    }
  if ((told == 1 || told == -1) && told != moved)
    report(c, "W-TREND", speech, sentence, 0, MIN(at + 4, sentence->tokens->len - 1),
           moved > 0 ? "the row's figure is more than a year ago" : "the row's figure is less than a year ago");
}

/* "66.2% ...; in 2010/11 it had been 51.3%, 4.9 points less": the difference of the only two percentages. */
static void check_points(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  static const char *const points[] = { "points", "point", NULL };
  static const char *const ways[] = { "less",   "more",  "lower", "higher", "fewer",
                                      "better", "worse", "below", "above",  NULL };
  static const char *const target[] = { "target", "targets", NULL };
  Amount figures[2], difference;
  guint n = 0, at = 0;
  for (guint i = 0; sentence_token(sentence, i); i++) {
    const Token *token = sentence_token(sentence, i);
    guint next = i + 1 + token_is(sentence_token(sentence, i + 1), (const char *const[]){ "percentage", NULL });
    if (token->kind == TOKEN_NUMBER && token->percent) {
      if (n == 2)
        return;
      figures[n++] = token->number;
    } else if (sentence_is_figure(sentence, i) && token_is(sentence_token(sentence, next), points) &&
               token_is(sentence_token(sentence, next + 1), ways)) {
      at = at ? G_MAXUINT : i;
    }
  }
  if (n != 2 || at == 0 || at == G_MAXUINT || sentence_has(sentence, target) ||
      !amount_subtract(figures[0], figures[1], &difference) ||
      figure_same(sentence_token(sentence, at)->number, figure_absolute(difference)))
    return;
  g_autofree char *is = amount_format(figure_absolute(difference), -1);
  g_autofree char *what = g_strdup_printf("the two percentages are %s points apart", is);
  report(c, "W-CHANGE", speech, sentence, at, at + 2, what);
}

/* "28 (64%) had a letter and 14 (42%) a notice": of one whole both cannot be. */
static void check_shares_beside(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  static const char *const bracket[] = { "(", NULL }, *const of[] = { "of", NULL };
  double least = 0, most = 0;
  guint first = 0, shares = 0;
  for (guint i = 0; sentence_token(sentence, i); i++) {
    const Token *percent = sentence_token(sentence, i + 2);
    if (!sentence_is_figure(sentence, i) || sentence_token(sentence, i)->percent ||
        !token_is(sentence_token(sentence, i + 1), bracket) || !percent || percent->kind != TOKEN_NUMBER ||
        !percent->percent)
      continue;
    if (shares > 0 && token_is(sentence_token(sentence, i - 1), of))
      return;
    double count = amount_to_double(sentence_token(sentence, i)->number), share = amount_to_double(percent->number);
    double half = percent->number.scale > 0 ? 0.05 : 0.5;
    if (share <= 1 || count < 5)
      return;
    double low = count * 100 / (share + half), high = count * 100 / (share - half);
    if (shares++ == 0) {
      least = low;
      most = high;
      first = i;
      continue;
    }
    if (low > most || high < least) {
      report(c, "W-CHANGE", speech, sentence, first, i + 2, "these are not shares of one whole");
      return;
    }
  }
}

static void check_sentence(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  Pair pair;
  if (find_pair(sentence, &pair)) {
    if (!check_direction(c, speech, sentence, &pair) && !check_multiple(c, speech, sentence, &pair))
      check_difference(c, speech, sentence, &pair);
  }
  check_points(c, speech, sentence);
  check_shares_beside(c, speech, sentence);
  check_together(c, speech, sentence);
  check_of_which(c, speech, sentence);
  if (speech->indicator && speech_is_commentary(speech))
    check_literal(c, speech, sentence);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; j < speech->sentences->len; j++)
      check_sentence(c, speech, g_ptr_array_index(speech->sentences, j));
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-CHANGE", LEVEL_WARNING, "wording", "a change that its two figures do not give",
    "Both figures stand in the sentence; anyone can compare them.", "Correct the figures or the words." },
  { "W-TREND", LEVEL_NOTE, "wording", "words that belie the figures' direction",
    "Better and worse follow from the figures that the row shows.", "Read the whole commentary; correct the words or the figures." },
  { NULL },
};
/* clang-format on */

const Check check_told = { .run = run, .rules = rules };
