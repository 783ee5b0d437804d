/* Percentages in the words, against the counts that stand beside them: "64 of 114 (55%)", "3836 to 3710,
 * a 3.3% reduction", "105 is 29% higher than 81". */
#include "check/checks.h"
#include "model/figures.h"

enum { NEAR = 6, FAR = 10 }; /* tokens between figures that belong together */

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
  return token_is(token_at(v, index - 1), words) || token_is(token_at(v, index - 2), words);
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
  Spot spot = { .record = v->speech->record, .sentence = v->sentence, .token = (guint)first, .last = (guint)last };
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

/* Words behind a share that say it is of another time or of a part: "18 of 21 since April". */
static bool is_of_another_time(const View *v, int whole)
{
  static const char *const words[] = { "since", "from", "in", "during", "by", "last", "so", "this", "to", "at", NULL };
  const Token *next = token_at(v, whole + 1);
  return token_is(next, words) || (next && next->kind == TOKEN_QUARTER) || sentence_month(next);
}

/* The row's own parts stand somewhere in the words: what else there is, is something else. */
static bool tells_parts(const Speech *speech, const Reading *value)
{
  for (guint i = 0; value->numerator.given && i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++)
      if (sentence_is_figure(sentence, j) &&
          amount_compare(sentence_token(sentence, j)->number, value->numerator.amount) == 0)
        return true;
  }
  return false;
}

/* "A of B" without a percentage beside it may be what the row's percentage is made of: if it is near, it should be it.
 */
static void check_row_share(const View *v, int part, int whole)
{
  const Indicator *indicator = v->speech->indicator;
  const Measure *measure = indicator ? g_ptr_array_index(indicator->measures, 0) : NULL;
  Amount a = token_at(v, part)->number, b = token_at(v, whole)->number, computed, half;
  if (!measure || indicator->measures->len > 1 || measure->value->unit != UNIT_PERCENT ||
      !measure->value->number.given || is_of_another_time(v, whole) || tells_parts(v->speech, measure->value) ||
      amount_compare(b, amount_from_int(20)) < 0 || amount_compare(a, b) > 0 ||
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
  Spot spot = {
    .record = &measure->value->record, .sentence = v->sentence, .token = (guint)part, .last = (guint)whole
  };
  findings_add(v->checks->findings, "W-VALUE", &spot, "indicator %s, %s: '%s' is %s%%, its value is %s%%",
               indicator->ref, v->speech->part, quote, exact, is);
}

/* The percentage that belongs to "A of B": in brackets or after a comma behind it, or right before it. -1 if none. */
static int share_percent(const View *v, int part, int whole)
{
  static const char *const links[] = { "(", ",", "or", "=", "–", "-", ":", "is", "i.e", NULL };
  static const char *const equals[] = { "equates", "equating", "equal", "equals", "representing", "equivalent", NULL };
  for (int i = whole + 1; i <= whole + FAR && token_at(v, i) && !is_count(v, i); i++)
    if (is_percentage(v, i))
      return token_is(token_at(v, i - 1), links) || token_is(token_at(v, i - 1), equals) ||
                     token_is(token_at(v, i - 2), equals)
                 ? i
                 : -1;
  static const char *const opening[] = { "(", ",", "–", "-", NULL };
  return token_is(token_at(v, part - 1), opening) && is_percentage(v, part - 2) ? part - 2 : -1;
}

/* "Of 54,900 households 31,293 (57%)": the whole stands first, after "of". */
static void check_whole_first(const View *v, int percent)
{
  static const char *const opening[] = { "(", NULL }, *const of[] = { "of", NULL };
  if (!is_percentage(v, percent) || !token_is(token_at(v, percent - 1), opening) || !is_count(v, percent - 2))
    return;
  int whole = previous_count(v, percent - 3, NEAR);
  if (whole > 0 && token_is(token_at(v, whole - 1), of) && !is_count(v, whole - 2))
    check_share(v, percent - 2, whole, percent);
}

/* "64 of 114", "64 out of a total of 114", "2/34" */
static void check_shares(const View *v)
{
  static const char *const of[] = { "of", "/", NULL };
  static const char *const filler[] = { "out", "the", "our", "its", "their", "a", "total", "all", "of", NULL };
  for (int i = 0; token_at(v, i); i++) {
    check_whole_first(v, i);
    if (!is_count(v, i))
      continue;
    int at = i + 1;
    while (token_is(token_at(v, at), filler) && !is_count(v, at) && at < i + NEAR)
      at++;
    bool linked = at > i + 1 || token_is(token_at(v, i + 1), of);
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

/* "1,640 households, or 82% of the 2,000"; "82% of the 2,000 households (1,640)": the percentage first. */
static void check_leading_percentages(const View *v)
{
  static const char *const of[] = { "of", NULL };
  static const char *const or [] = { "or", "(", NULL };
  static const char *const bracket[] = { "(", NULL };
  for (int i = 0; token_at(v, i); i++) {
    if (!is_percentage(v, i) || !token_is(token_at(v, i + 1), of))
      continue;
    int whole = next_count(v, i + 2, 2);
    if (whole < 0)
      continue;
    int before = token_is(token_at(v, i - 1), or) ? previous_count(v, i - 1, 5) : -1, after = -1;
    for (int j = whole + 1; j <= whole + 4 && after < 0; j++)
      after = token_is(token_at(v, j), bracket) && is_count(v, j + 1) ? j + 1 : -1;
    if (before >= 0 || after >= 0)
      check_share(v, before >= 0 ? before : after, whole, i);
  }
}

static const char *const fewer[] = { "reduction", "reduced", "decrease", "decreased", "fall", "fallen",
                                     "fell",      "drop",    "dropped",  "fewer",     "less", "lower",
                                     "down",      "decline", "declined", "below",     NULL };
static const char *const more[] = { "increase", "increased", "rise",   "risen",   "rose", "growth", "grown",
                                    "grew",     "more",      "higher", "greater", "up",   "above",  NULL };

/* Words of an interval: its two ends are no figure before and after, and its lower end is no fall. */
static const char *const interval[] = { "interval", "intervals", "limits", "limit",      "bounds", "range",
                                        "ranges",   "ranging",   "ranged", "confidence", "ci",     NULL };

static bool is_interval(const View *v, int left)
{
  for (int i = left - 1; i >= 0 && i >= left - NEAR && !is_count(v, i); i--)
    if (token_is(token_at(v, i), interval))
      return true;
  return false;
}

/* "the 95% lower limit" */
static bool is_end(const View *v, int index)
{
  static const char *const ends[] = { "limit", "limits", "bound", "bounds", "end", "and", "confidence", NULL };
  static const char *const lower[] = { "lower", NULL };
  return token_is(token_at(v, index), lower) && token_is(token_at(v, index + 1), ends);
}

/* +1 or -1 when the words next to a percentage say that it is a change, else 0. */
static int change_direction(const View *v, int percent)
{
  for (int distance = 1; distance <= 3; distance++)
    for (int side = 1; side >= -1; side -= 2) {
      int at = percent + side * distance;
      const Token *token = token_at(v, at);
      if (token_is(token, fewer) && !is_end(v, at))
        return -1;
      if (token_is(token, more))
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
    bool is_to = token_is(token_at(v, i), to), is_compared = token_is(token_at(v, i), compared);
    if (!is_to && !is_compared)
      continue;
    int left = previous_count(v, i - 1, is_to ? 2 : NEAR), right = next_count(v, i + 1, is_to ? 1 : NEAR);
    if (left < 0 || right < 0 || (is_to && is_interval(v, left)))
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
    if (!token_is(token_at(v, i), than))
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

static void run(const Checks *c)
{
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; j < speech->sentences->len; j++) {
      View view = { c, speech, g_ptr_array_index(speech->sentences, j) };
      check_shares(&view);
      check_leading_percentages(&view);
      check_changes(&view);
    }
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-PERCENT", LEVEL_WARNING, "wording", "a percentage that its counts do not give",
    "Counts and percentage stand side by side; anyone can divide. Percentages are rounded, not cut. The limit is the difference "
    "in points that is accepted (0 if not set).",
    "Correct the percentage or the counts." },
  { NULL },
};
/* clang-format on */

const Check check_quoted = { .run = run, .rules = rules };
