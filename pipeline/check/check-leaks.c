/* Words beside a withheld figure that may tell it: "Only 3 homes." */
#include "check/checks.h"
#include "facts/known.h"
#include "facts/speech.h"
#include "model/figures.h"

static bool is_withheld(const Reading *reading)
{
  return reading->state == STATE_SUPPRESSED;
}

/* The withheld value of the entry, the one with this number if any has it; or NULL. */
static const Reading *withheld_of(const Record *entry, Amount number)
{
  const GPtrArray *values = entry->spec == &indicator_progress_spec ? ((const IndicatorProgress *)entry)->values : NULL;
  const Reading *found = NULL;
  for (guint i = 0; values && i < values->len; i++) {
    const Reading *value = g_ptr_array_index(values, i);
    if (!is_withheld(value))
      continue;
    if (value->number.given && figure_same(value->number.amount, number))
      return value;
    found = found ? found : value;
  }
  return found;
}

/* 2 to 9 in words; of 1 only "only one": one of them, one day. */
static bool is_count_in_words(const Sentence *sentence, guint at, Amount *ret_number)
{
  static const char *const words[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" };
  static const char *const few[] = { "only", "just", NULL };
  const Token *token = sentence_token(sentence, at);
  for (guint i = 0; token->kind == TOKEN_WORD && i < G_N_ELEMENTS(words); i++)
    if (g_str_equal(token->word, words[i])) {
      *ret_number = amount_from_int(i + 1);
      return i > 0 || (at > 0 && token_is(sentence_token(sentence, at - 1), few));
    }
  return false;
}

static bool is_number(const Sentence *sentence, guint at, Amount *ret_number)
{
  if (is_count_in_words(sentence, at, ret_number))
    return true;
  *ret_number = sentence_token(sentence, at)->number;
  return sentence_is_figure(sentence, at);
}

static void report(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, Amount number)
{
  const Reading *withheld = withheld_of(speech->record, number);
  bool same = withheld && withheld->number.given && figure_same(withheld->number.amount, number);
  g_autofree char *name = record_name(&speech->indicator->record);
  g_autofree char *quote = sentence_quote(sentence, at, at);
  Spot spot = { .record = speech->record,
                .sentence = sentence,
                .token = at,
                .other = withheld ? &withheld->record : NULL,
                .other_attribute = "state" };
  if (same)
    findings_add(c->findings, "W-LEAK", &spot, "%s, %s: a figure is withheld, but the words tell it: '%s'", name,
                 speech->part, quote);
  else
    findings_add(c->findings, "W-WITHHELD", &spot,
                 "%s, %s: a figure is withheld, and the words hold a number that is no other figure of the row: '%s'",
                 name, speech->part, quote);
}

/* The first number that is none of those that the row shows. */
static void check_speech(const Checks *c, const Speech *speech)
{
  Known known = { g_array_new(FALSE, FALSE, sizeof(Amount)) };
  for (guint i = 0; i < speech->indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(speech->indicator->measures, i);
    known_add_measure(&known, measure);
    if (measure->value && !is_withheld(measure->value))
      known_add(&known, &measure->value->number);
  }
  bool told = false;
  for (guint i = 0; i < speech->sentences->len && !told; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint at = 0; sentence_token(sentence, at) && !told; at++) {
      Amount number;
      told = is_number(sentence, at, &number) && !known_has(&known, number);
      if (told)
        report(c, speech, sentence, at, number);
    }
  }
  g_array_unref(known.numbers);
}

static bool is_any_withheld(const Indicator *indicator)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (measure->value && is_withheld(measure->value))
      return true;
  }
  return false;
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    if (speech->indicator && is_any_withheld(speech->indicator))
      check_speech(c, speech);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-WITHHELD", LEVEL_WARNING, "wording", "words beside a withheld figure that hold a number",
    "A figure that is withheld stands nowhere in a report, and the words beside it are printed as they are: 'only 3 homes' tells it.",
    "Take the number out of the words, or make sure that it tells nothing of what is withheld." },
  { "W-LEAK", LEVEL_ERROR, "wording", "words that tell a withheld figure",
    "The number stands beside the state that withholds it, and the words beside it are printed as they are.",
    "Take the number out of the words, and out of the return." },
  { NULL },
};
/* clang-format on */

const Check check_leaks = { .run = run, .rules = rules };
