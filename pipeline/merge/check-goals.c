/* Targets in the words of a row: "against a target of 56", when the row's target is another. */
#include "merge/checks.h"
#include "merge/figures.h"
#include <string.h>

static bool is_word(const Token *token, const char *word)
{
  return token && token->word && strcmp(token->word, word) == 0;
}

static bool same(Amount a, Amount b)
{
  guint scale = MIN(a.scale, b.scale);
  return amount_compare(amount_round(a, scale), amount_round(b, scale)) == 0;
}

static bool among(const GPtrArray *readings, Amount number)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    if (reading->number.given && same(reading->number.amount, number))
      return true;
  }
  return false;
}

/* The number that is called the target by the word at at: "target of 56", "target (56%)", "target was 56". */
static int number_after(const Sentence *sentence, guint at)
{
  static const char *const links[] = { "of", "is", "was", "(", ":", "=" };
  for (guint i = at + 1; i <= at + 2; i++) {
    if (sentence_is_figure(sentence, i))
      return i > at + 1 ? (int)i : -1;
    bool linked = false;
    for (guint j = 0; j < G_N_ELEMENTS(links); j++)
      linked |= is_word(sentence_token(sentence, i), links[j]);
    if (!linked)
      return -1;
  }
  return -1;
}

/* The target of any measure or year explains the number. */
static bool is_known(const Indicator *indicator, Amount number)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (among(measure->targets, number) ||
        (measure->profile && measure->profile->number.given && same(measure->profile->number.amount, number)))
      return true;
  }
  return (indicator->band_low.given && same(indicator->band_low.amount, number)) ||
         (indicator->band_high.given && same(indicator->band_high.amount, number));
}

static void check_number(const Checks *c, const Speech *speech, const Sentence *sentence, guint target, guint at)
{
  const Indicator *indicator = speech->indicator;
  const Measure *measure = g_ptr_array_index(indicator->measures, 0);
  const Token *token = sentence_token(sentence, at);
  bool percent = indicator_unit(indicator, measure) == UNIT_PERCENT;
  if (!measure->target || !measure->target->number.given || (token->percent && !percent) ||
      is_known(indicator, token->number))
    return;
  g_autofree char *quote = sentence_quote(sentence, target, at);
  g_autofree char *goal = amount_format(measure->target->number.amount, -1);
  Spot spot = { .record = speech->record,
                .prose = speech->prose,
                .quote = quote,
                .other = &measure->target->record,
                .other_attribute = "number" };
  findings_add(c->findings, "W-TARGET", &spot, "indicator %s, %s: '%s', but its target is %s", indicator->ref,
               speech->part, quote, goal);
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    for (guint j = 0; speech->indicator && j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      for (guint k = 0; sentence_token(sentence, k); k++) {
        int at = is_word(sentence_token(sentence, k), "target") ? number_after(sentence, k) : -1;
        if (at >= 0)
          check_number(c, speech, sentence, k, (guint)at);
      }
    }
  }
}

const Check check_goals = { .name = "targets in words", .run = run };
