/* Percentages and sums in the words, against the counts that stand beside them: "64 of 114 (55%)", "3836 to 3710,
 * a 3.3% reduction", "105 is 29% higher than 81", "Q1 58, Q2 89, Q3 90, Q4 83, total 320". */
#include "merge/checks.h"
#include "merge/figures.h"
#include <string.h>

enum { NEAR = 6 }; /* tokens between figures that belong together */

/* One sentence under the eye. */
typedef struct {
  const Checks *checks;
  const Speech *speech;
  const Sentence *sentence;
} View;

static const Token *token_at(const View *v, int index)
{
  return index < 0 ? NULL : sentence_token(v->sentence, (guint)index);
}

static bool is_word(const Token *token, const char *const *words)
{
  for (guint i = 0; token && token->word && words[i]; i++)
    if (strcmp(token->word, words[i]) == 0)
      return true;
  return false;
}

static bool is_count(const View *v, int index)
{
  const Token *token = token_at(v, index);
  return token && sentence_is_figure(v->sentence, (guint)index) && !token->percent;
}

static bool is_percentage(const View *v, int index)
{
  const Token *token = token_at(v, index);
  return token && token->kind == TOKEN_NUMBER && token->percent;
}

/* First count at or after from, with only words that may stand between on the way; -1 if none is near. */
static int next_count(const View *v, int from, int reach)
{
  for (int i = from; i <= from + reach && token_at(v, i); i++) {
    if (is_count(v, i))
      return i;
    if (is_percentage(v, i) || token_at(v, i)->kind == TOKEN_YEAR)
      return -1;
  }
  return -1;
}

static int previous_count(const View *v, int from, int reach)
{
  for (int i = from; i >= 0 && i >= from - reach; i--)
    if (is_count(v, i))
      return i;
  return -1;
}

/* Rounded words such as "about" give a percentage some play, in points. */
static bool is_hedged(const View *v, int index)
{
  static const char *const words[] = { "about", "around",  "approximately", "approx", "nearly", "almost",
                                       "over",  "roughly", "some",          "circa",  "just",   NULL };
  return is_word(token_at(v, index - 1), words) || is_word(token_at(v, index - 2), words);
}

/* The stated percentage is the computed one, rounded to its decimals. */
static bool agrees(const View *v, int percent, Amount computed)
{
  Amount stated = token_at(v, percent)->number, half,
         play = findings_limit(v->checks->findings, "W-PERCENT", amount_from_int(0));
  if (is_hedged(v, percent))
    play = amount_from_int(2);
  return !amount_divide(figure_step(stated.scale), amount_from_int(2), AMOUNT_MAX_SCALE, &half) ||
         !amount_add(half, play, &half) || figure_close(figure_absolute(computed), stated, half);
}

static void report(const View *v, int first, int last, int percent, Amount computed, const char *sum)
{
  g_autofree char *quote = sentence_quote(v->sentence, (guint)first, (guint)last);
  g_autofree char *name = record_name(v->speech->record);
  Amount stated = token_at(v, percent)->number;
  g_autofree char *exact = amount_format(figure_absolute(computed), MAX(stated.scale, 1));
  g_autofree char *printed = amount_format(stated, -1);
  Spot spot = { .record = v->speech->record, .prose = v->speech->prose, .quote = quote };
  findings_add(v->checks->findings, "W-PERCENT", &spot, "%s, %s: '%s': %s = %s%%, printed %s%%", name, v->speech->part,
               quote, sum, exact, printed);
}

/* part of whole = percent */
static void check_share(const View *v, int part, int whole, int percent)
{
  Amount a = token_at(v, part)->number, b = token_at(v, whole)->number, computed;
  if (!figure_ratio(a, b, UNIT_PERCENT, &computed) || agrees(v, percent, computed))
    return;
  g_autofree char *above = amount_format(a, -1);
  g_autofree char *below = amount_format(b, -1);
  g_autofree char *sum = g_strdup_printf("%s / %s", above, below);
  report(v, MIN(part, percent), MAX(whole, percent), percent, computed, sum);
}

/* "A of B" without a percentage beside it may be what the row's percentage is made of: if it is near, it should be it.
 */
static void check_row_share(const View *v, int part, int whole)
{
  const Indicator *indicator = v->speech->indicator;
  const Measure *measure = indicator ? g_ptr_array_index(indicator->measures, 0) : NULL;
  Amount a = token_at(v, part)->number, b = token_at(v, whole)->number, computed, half;
  if (!measure || indicator->measures->len > 1 || measure->value->unit != UNIT_PERCENT ||
      !measure->value->number.given || amount_compare(b, amount_from_int(20)) < 0 || amount_compare(a, b) > 0 ||
      !figure_ratio(a, b, UNIT_PERCENT, &computed))
    return;
  Amount value = measure->value->number.amount;
  bool near = figure_close(computed, value, amount_from_int(3));
  if (!near || !amount_divide(figure_step(value.scale), amount_from_int(2), AMOUNT_MAX_SCALE, &half) ||
      figure_close(computed, value, half))
    return;
  g_autofree char *quote = sentence_quote(v->sentence, (guint)part, (guint)whole);
  g_autofree char *exact = amount_format(computed, MAX(value.scale, 1));
  g_autofree char *is = amount_format(value, -1);
  Spot spot = { .record = &measure->value->record, .prose = v->speech->prose, .quote = quote };
  findings_add(v->checks->findings, "W-VALUE", &spot, "indicator %s, %s: '%s' is %s%%, its value is %s%%",
               indicator->ref, v->speech->part, quote, exact, is);
}

/* The percentage that belongs to "A of B": in brackets or after a comma behind it, or right before it. -1 if none. */
static int share_percent(const View *v, int part, int whole)
{
  static const char *const links[] = { "(", ",", "or", "=", "–", "-", ":", "is", "i.e", NULL };
  for (int i = whole + 1; i <= whole + NEAR && token_at(v, i) && !is_count(v, i); i++)
    if (is_percentage(v, i))
      return is_word(token_at(v, i - 1), links) ? i : -1;
  static const char *const opening[] = { "(", ",", "–", "-", NULL };
  return is_word(token_at(v, part - 1), opening) && is_percentage(v, part - 2) ? part - 2 : -1;
}

/* "Of 54,900 households 31,293 (57%)": the whole stands first, after "of". */
static void check_whole_first(const View *v, int percent)
{
  static const char *const opening[] = { "(", NULL }, *const of[] = { "of", NULL };
  if (!is_percentage(v, percent) || !is_word(token_at(v, percent - 1), opening) || !is_count(v, percent - 2))
    return;
  int whole = previous_count(v, percent - 3, NEAR);
  if (whole > 0 && is_word(token_at(v, whole - 1), of) && !is_count(v, whole - 2))
    check_share(v, percent - 2, whole, percent);
}

/* "64 of 114", "64 out of a total of 114", "2/34" */
static void check_shares(const View *v)
{
  static const char *const of[] = { "of", "/", NULL };
  static const char *const filler[] = { "out", "the", "a", "total", "all", "of", NULL };
  for (int i = 0; token_at(v, i); i++) {
    check_whole_first(v, i);
    if (!is_count(v, i))
      continue;
    int at = i + 1;
    while (is_word(token_at(v, at), filler) && !is_count(v, at) && at < i + NEAR)
      at++;
    bool linked = at > i + 1 || is_word(token_at(v, i + 1), of);
    int whole = at > i + 1 ? at : i + 2;
    if (!linked || !is_count(v, whole))
      continue;
    int percent = share_percent(v, i, whole);
    if (percent >= 0)
      check_share(v, i, whole, percent);
    else
      check_row_share(v, i, whole);
  }
}

static const char *const fewer[] = { "reduction", "reduced", "decrease", "decreased", "fall", "fallen",
                                     "fell",      "drop",    "dropped",  "fewer",     "less", "lower",
                                     "down",      "decline", "declined", "below",     NULL };
static const char *const more[] = { "increase", "increased", "rise",   "risen",   "rose", "growth", "grown",
                                    "grew",     "more",      "higher", "greater", "up",   "above",  NULL };

/* +1 or -1 when the words next to a percentage say that it is a change, else 0. */
static int change_direction(const View *v, int percent)
{
  for (int distance = 1; distance <= 3; distance++)
    for (int side = 1; side >= -1; side -= 2) {
      const Token *token = token_at(v, percent + side * distance);
      if (is_word(token, fewer))
        return -1;
      if (is_word(token, more))
        return 1;
    }
  return 0;
}

static void check_change(const View *v, int before, int now, int percent, int direction)
{
  Amount a = token_at(v, before)->number, b = token_at(v, now)->number, computed;
  if (!figure_change(a, b, &computed) || amount_is_zero(computed))
    return;
  bool wrong_way = (computed.units > 0) != (direction > 0);
  if (!wrong_way && agrees(v, percent, computed))
    return;
  g_autofree char *old = amount_format(a, -1);
  g_autofree char *new = amount_format(b, -1);
  g_autofree char *sum =
      g_strdup_printf("%s to %s is %s of (%s − %s) / %s", old, new, computed.units > 0 ? "an increase" : "a reduction",
                      computed.units > 0 ? new : old, computed.units > 0 ? old : new, old);
  report(v, MIN(MIN(before, now), percent), MAX(MAX(before, now), percent), percent, computed, sum);
}

/* The only pair "A to B" or "B compared with A" of the sentence; false when there is none or more than one. */
static bool find_pair(const View *v, int *ret_before, int *ret_now)
{
  static const char *const to[] = { "to", NULL };
  static const char *const compared[] = { "compared", "against", "versus", "comparison", NULL };
  guint pairs = 0;
  for (int i = 1; token_at(v, i); i++) {
    bool is_to = is_word(token_at(v, i), to), is_compared = is_word(token_at(v, i), compared);
    if (!is_to && !is_compared)
      continue;
    int left = previous_count(v, i - 1, is_to ? 2 : NEAR), right = next_count(v, i + 1, is_to ? 1 : NEAR);
    if (left < 0 || right < 0)
      continue;
    pairs++;
    *ret_before = is_to ? left : right;
    *ret_now = is_to ? right : left;
  }
  return pairs == 1;
}

/* "29% higher than the 81": the number after "than" or "on", and the count before the percentage. */
static bool check_than(const View *v, int percent, int direction)
{
  static const char *const than[] = { "than", NULL };
  for (int i = percent + 1; i <= percent + 3; i++) {
    if (!is_word(token_at(v, i), than))
      continue;
    int before = next_count(v, i + 1, 4), now = previous_count(v, percent - 1, 12);
    if (before < 0 || now < 0)
      return false;
    check_change(v, before, now, percent, direction);
    return true;
  }
  return false;
}

static void check_changes(const View *v)
{
  int before, now, only = -1;
  guint percentages = 0;
  for (int i = 0; token_at(v, i); i++)
    if (is_percentage(v, i) && change_direction(v, i) != 0) {
      percentages++;
      only = i;
      if (check_than(v, i, change_direction(v, i)))
        only = -1;
    }
  if (percentages == 1 && only >= 0 && find_pair(v, &before, &now))
    check_change(v, before, now, only, change_direction(v, only));
}

/* Figures given by quarter, then their total, over the whole prose. */
typedef struct {
  Amount quarters[4];
  guint seen; /* bit per quarter */
  Amount total;
  bool has_total;
  const char *noun; /* what the total counts, or NULL */
} Quarters;

static bool take_total(const Sentence *sentence, guint at, Quarters *found)
{
  static const char *const skip[] = { "-", "–", ":", "=", "of", "is", "was", NULL };
  const Token *noun = sentence_token(sentence, at + 1);
  found->noun = noun && noun->kind == TOKEN_WORD && !is_word(noun, skip) ? noun->word : NULL;
  for (guint i = at + 1; i <= at + 4; i++)
    if (sentence_is_figure(sentence, i) && !sentence_token(sentence, i)->percent) {
      found->total = sentence_token(sentence, i)->number;
      const Token *after = sentence_token(sentence, i + 1);
      if (!found->noun && after && after->kind == TOKEN_WORD)
        found->noun = after->word;
      return true;
    }
  return false;
}

/* "cases" and "case" are one noun. */
static bool same_noun(const char *a, const char *b)
{
  gsize length = MIN(strlen(a), strlen(b));
  return length >= 3 && strncmp(a, b, length) == 0 && strlen(a) <= length + 1 && strlen(b) <= length + 1;
}

/* The figure of a quarter: the one with the noun behind it, else the first before the next quarter. */
static bool take_quarter(const Sentence *sentence, guint at, const char *noun, Amount *ret_figure)
{
  bool found = false;
  for (guint i = at + 1;
       sentence_token(sentence, i) && sentence_token(sentence, i)->kind != TOKEN_QUARTER && i <= at + 10; i++) {
    const Token *token = sentence_token(sentence, i), *after = sentence_token(sentence, i + 1);
    if (is_word(token, (const char *const[]){ "total", NULL }))
      break;
    if (!sentence_is_figure(sentence, i) || token->percent)
      continue;
    bool named = noun && after && after->word && same_noun(after->word, noun);
    if (named || !found)
      *ret_figure = token->number;
    found = true;
    if (named)
      break;
  }
  return found;
}

static void take_quarters(const Speech *speech, Quarters *found)
{
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      const Token *token = sentence_token(sentence, j);
      Amount figure;
      if (token->kind != TOKEN_QUARTER || !take_quarter(sentence, j, found->noun, &figure))
        continue;
      guint quarter = (guint)token->number.units - 1;
      found->quarters[quarter] = figure;
      found->seen |= 1u << quarter;
    }
  }
}

static bool find_total(const Speech *speech, Quarters *found)
{
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      const char *word = sentence_token(sentence, j)->word;
      bool total =
          word && (strcmp(word, "total") == 0 || strcmp(word, "altogether") == 0 || strcmp(word, "overall") == 0);
      if (total && take_total(sentence, j, found))
        return true;
    }
  }
  return false;
}

static void check_quarters(const Checks *c, const Speech *speech)
{
  Quarters found = { .seen = 0 };
  Amount sum = amount_from_int(0);
  if (!find_total(speech, &found))
    return;
  take_quarters(speech, &found);
  if (found.seen != 1 && found.seen != 3 && found.seen != 7 && found.seen != 15)
    return;
  g_autoptr(GString) words = g_string_new(NULL);
  guint n = 0;
  for (; n < 4 && found.seen & 1u << n; n++) {
    g_autofree char *number = amount_format(found.quarters[n], -1);
    g_string_append_printf(words, "%s%s", n > 0 ? " + " : "", number);
    if (!amount_add(sum, found.quarters[n], &sum))
      return;
  }
  if (n < 2 || amount_compare(sum, found.total) == 0)
    return;
  g_autofree char *is = amount_format(found.total, -1);
  g_autofree char *should = amount_format(sum, -1);
  g_autofree char *name = record_name(speech->record);
  Spot spot = { .record = speech->record, .prose = speech->prose };
  findings_add(c->findings, "W-SUM", &spot, "%s, %s, quarters: %s = %s, printed total %s", name, speech->part,
               words->str, should, is);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    check_quarters(c, speech);
    for (guint j = 0; j < speech->sentences->len; j++) {
      View view = { c, speech, g_ptr_array_index(speech->sentences, j) };
      check_shares(&view);
      check_changes(&view);
    }
  }
}

const Check check_quoted = { .name = "quoted figures", .run = run };
