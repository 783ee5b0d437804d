/* Percentages that no count out of their denominator makes: 33.4 % of 7. */
#include "check/checks.h"
#include "model/figures.h"

/* The counts beside a percentage of a whole number. */
typedef struct {
  Amount below, above;   /* counts */
  Amount lower, upper;   /* their percentages, as the figure is rounded */
  bool is_one, has_both; /* one of them is the figure; the one above is no more than all */
} Counts;

/* Whether the figure is that of the count, rounded, or cut off as people do. */
static bool makes(Amount count, Amount whole, Amount percent)
{
  Amount exact;
  if (!figure_ratio(count, whole, UNIT_PERCENT, &exact))
    return false;
  gint64 step = 1;
  for (guint i = percent.scale; i < exact.scale; i++)
    step *= 10;
  Amount cut = { exact.units / step, MIN(percent.scale, exact.scale) };
  return amount_compare(cut, percent) == 0 || amount_compare(amount_round(exact, percent.scale), percent) == 0;
}

static bool percent_of(Amount count, Amount whole, guint scale, Amount *ret_percent)
{
  Amount exact;
  if (!figure_ratio(count, whole, UNIT_PERCENT, &exact))
    return false;
  *ret_percent = amount_round(exact, scale);
  return true;
}

/* False: it cannot be said, as the whole is no number of things, or the figure is none of a part. */
static bool counts_around(Amount percent, Amount whole, Counts *ret)
{
  Amount product, exact;
  Amount hundred = amount_from_int(100);
  if (whole.scale > 0 || whole.units < 1 || percent.units < 0 || amount_compare(percent, hundred) > 0 ||
      !amount_multiply(percent, whole, &product) || !amount_divide(product, hundred, AMOUNT_MAX_SCALE, &exact))
    return false;
  gint64 step = 1;
  for (guint i = 0; i < exact.scale; i++)
    step *= 10;
  ret->below = (Amount){ exact.units / step, 0 };
  ret->above = (Amount){ ret->below.units + 1, 0 };
  ret->has_both = ret->above.units <= whole.units;
  if (!percent_of(ret->below, whole, percent.scale, &ret->lower) ||
      !percent_of(ret->above, whole, percent.scale, &ret->upper))
    return false;
  ret->is_one = makes(ret->below, whole, percent) || makes(ret->above, whole, percent);
  return true;
}

/* "2 of 7 (28.6%) and 3 of 7 (42.9%)". Caller frees. */
static char *nearest(const Counts *counts, Amount whole)
{
  g_autofree char *all = amount_format(whole, 0), *below = amount_format(counts->below, 0);
  g_autofree char *above = amount_format(counts->above, 0), *lower = amount_format(counts->lower, -1);
  g_autofree char *upper = amount_format(counts->upper, -1);
  if (!counts->has_both)
    return g_strdup_printf("the nearest is %s of %s (%s%%)", below, all, lower);
  return g_strdup_printf("the nearest are %s of %s (%s%%) and %s of %s (%s%%)", below, all, lower, above, all, upper);
}

/* ---- records ----------------------------------------------------------------------------------------------------- */

static int unit_of(const Indicator *planned, const Reading *reading)
{
  const Measure *measure = NULL;
  for (guint i = 0; i < planned->measures->len; i++)
    if (g_strcmp0(((const Measure *)g_ptr_array_index(planned->measures, i))->ref, reading->measure) == 0)
      measure = g_ptr_array_index(planned->measures, i);
  return indicator_unit(planned, measure);
}

static void check_reading(const Checks *c, const Indicator *planned, const Reading *reading)
{
  Counts counts;
  bool certain = reading->number.given && reading->denominator.given && !reading->numerator.given && !reading->flags &&
                 !record_is_unread(&reading->record, "numerator") && unit_of(planned, reading) == UNIT_PERCENT;
  if (!certain || !counts_around(reading->number.amount, reading->denominator.amount, &counts) || counts.is_one)
    return;
  g_autofree char *figure = figure_text(&reading->number), *all = figure_text(&reading->denominator);
  g_autofree char *near = nearest(&counts, reading->denominator.amount);
  findings_at(c->findings, "A-POSSIBLE", &reading->record, "number", "indicator %s: no count out of %s makes %s%%: %s",
              planned->ref, all, figure, near);
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

/* "33.4% of the 7 schools": the token of the whole number of which the share at the token is, or 0. */
static guint whole_of(const Sentence *sentence, guint at)
{
  static const char *const of[] = { "of", NULL }, *const the[] = { "the", "all", "our", "these", "those", NULL };
  guint i = at + 1;
  if (!token_is(sentence_token(sentence, i), of)) /* at once: in "84%; 18 of 21" the whole is another's */
    return 0;
  for (i++; token_is(sentence_token(sentence, i), the); i++) {
  }
  const Token *whole = sentence_token(sentence, i);
  bool counts = whole && whole->kind == TOKEN_NUMBER && !whole->percent && !whole->pounds && !whole->time &&
                !whole->ordinal && sentence_is_figure(sentence, i);
  const Token *next = sentence_token(sentence, i + 1);
  return counts && next && next->kind == TOKEN_WORD ? i : 0; /* of things: "of 7 schools" */
}

static bool is_about(const Sentence *sentence, guint at)
{
  static const char *const about[] = { "about",  "around", "over",    "under", "nearly",
                                       "almost", "some",   "roughly", "than",  NULL };
  return at > 0 && token_is(sentence_token(sentence, at - 1), about);
}

static void check_sentence(const Checks *c, const Speech *speech, const Sentence *sentence)
{
  for (guint i = 0; sentence_token(sentence, i); i++) {
    const Token *share = sentence_token(sentence, i);
    if (share->kind != TOKEN_NUMBER || !share->percent || is_about(sentence, i))
      continue;
    guint at = whole_of(sentence, i);
    Counts counts;
    if (at == 0 || !counts_around(share->number, sentence_token(sentence, at)->number, &counts) || counts.is_one)
      continue;
    g_autofree char *near = nearest(&counts, sentence_token(sentence, at)->number);
    g_autofree char *what = g_strconcat("is made by no count: ", near, NULL);
    findings_remark(c->findings, speech, "A-POSSIBLE-WORDS", sentence, i, at, what);
  }
}

static void run(const Checks *c)
{
  checks_each_reading(c, check_reading);
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; j < speech->sentences->len; j++)
      check_sentence(c, speech, g_ptr_array_index(speech->sentences, j));
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "A-POSSIBLE", LEVEL_ERROR, "arithmetic", "a percentage that no count out of its denominator makes",
    "Of 7 schools 2 are 28.6% and 3 are 42.9%: 33.4% is none, however it is rounded. Either the percentage or the denominator is wrong. "
    "A figure with a flag (estimate, provisional) is not held against it.",
    "Correct the one that is wrong, or give the numerator as well; flag a weighted result as an estimate." },
  { "A-POSSIBLE-WORDS", LEVEL_NOTE, "arithmetic", "words give a percentage that no count out of their number makes",
    "'33.4% of the 7 schools': 2 are 28.6% and 3 are 42.9%. The words may mean another whole than the number beside them.",
    "Correct the percentage or the number, or say of what it is a share." },
  { NULL },
};
/* clang-format on */

const Check check_possible = { .run = run, .rules = rules };
