/* Figures that the words give quarter by quarter, and their total: "Q1 58, Q2 89, Q3 90, Q4 83, total 320". */
#include "check/checks.h"
#include "model/kind.h"
#include <string.h>

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
  found->noun = noun && noun->kind == TOKEN_WORD && !token_is(noun, skip) ? noun->word : NULL;
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
    if (token_is(token, (const char *const[]){ "total", NULL }))
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

/* The quarters make their total, but the row's cumulative count is another. */
static void check_year(const Checks *c, const Speech *speech, const Quarters *found, guint quarters)
{
  const Indicator *indicator = speech->indicator;
  const Measure *measure = indicator ? g_ptr_array_index(indicator->measures, 0) : NULL;
  if (!measure || indicator->measures->len != 1 || indicator->unit != UNIT_COUNT ||
      !kind_row(indicator->kind)->runs_up || !measure->value->number.given || (int)quarters != c->report->quarter ||
      amount_compare(measure->value->number.amount, found->total) == 0)
    return;
  g_autofree char *total = amount_format(found->total, -1);
  g_autofree char *value = amount_format(measure->value->number.amount, -1);
  Spot spot = { .record = speech->record, .prose = speech->prose, .other = &measure->value->record };
  findings_add(c->findings, "W-VALUE", &spot, "indicator %s, %s: the quarters make %s, its value is %s", indicator->ref,
               speech->part, total, value);
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
  if (n >= 2 && amount_compare(sum, found.total) == 0)
    check_year(c, speech, &found, n);
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
  for (guint i = 0; i < c->speeches->len; i++)
    check_quarters(c, g_ptr_array_index(c->speeches, i));
}

/* clang-format off */
static const Rule rules[] = {
  { "W-SUM", LEVEL_WARNING, "wording", "figures by quarter that do not add up to their total",
    "Anyone can add them.", "Correct the quarters or the total." },
  { NULL },
};
/* clang-format on */

const Check check_by_quarter = { .run = run, .rules = rules };
