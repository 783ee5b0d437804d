/* Figures of last year and targets of measures that the words quote with a slip in them: "last year it was 40.4%"
 * beside 44.0, "the target of 41.18" beside 44.18. */
#include "check/checks.h"
#include "facts/claim.h"
#include "facts/known.h"
#include "model/figures.h"
#include "model/goal.h"
#include <string.h>

enum { DIGITS = 3 }; /* shorter numbers are near each other by chance */

static bool names_last_year(const Sentence *sentence)
{
  static const char *const phrases[][3] = {
    { "last", "year" }, { "previous", "year" }, { "year", "ago" }, { "year", "before" }
  };
  for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
    if (sentence_find(sentence, phrases[i], 0) >= 0)
      return true;
  return false;
}

/* A figure of the kind that the measure's are. */
static bool fits(const Sentence *sentence, guint at, const Indicator *indicator, const Measure *measure)
{
  const Token *token = sentence_token(sentence, at);
  return sentence_is_figure(sentence, at) && figure_digits(token->number) >= DIGITS &&
         token->percent == (indicator_unit(indicator, measure) == UNIT_PERCENT);
}

static void report(const Checks *c, const char *id, const Speech *speech, const Sentence *sentence, guint at,
                   const Reading *reading, const char *what)
{
  g_autofree char *quote = sentence_quote(sentence, at, at);
  g_autofree char *number = figure_text(&reading->number);
  g_autofree char *period = period_to_string(reading->period);
  Spot spot = {
    .record = speech->record, .sentence = sentence, .token = at, .other = &reading->record, .other_attribute = "number"
  };
  findings_add(c->findings, id, &spot, "indicator %s, %s: '%s' is one slip away from %s, the %s of %s",
               speech->indicator->ref, speech->part, quote, number, what, period);
}

static bool is_slip_of(const Reading *reading, Amount number)
{
  return reading && reading->number.given && !goal_names(reading, number) &&
         figure_is_slip(number, reading->number.amount);
}

static bool is_slip_of_part(const OptAmount *part, Amount number)
{
  return part->given && figure_digits(part->amount) >= DIGITS && !figure_same(part->amount, number) &&
         figure_is_slip(number, part->amount);
}

static void report_part(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, const Reading *value,
                        const OptAmount *part)
{
  g_autofree char *quote = sentence_quote(sentence, at, at);
  g_autofree char *number = amount_format(part->amount, -1);
  const char *name = part == &value->numerator ? "numerator" : "denominator";
  Spot spot = {
    .record = speech->record, .sentence = sentence, .token = at, .other = &value->record, .other_attribute = name
  };
  findings_add(c->findings, "W-VALUE", &spot, "indicator %s, %s: '%s' is one slip away from the value's %s %s",
               speech->indicator->ref, speech->part, quote, name, number);
}

/* Everything that the rows of the indicator hold. */
static void known_init(Known *known, const Indicator *indicator)
{
  *known = (Known){ g_array_new(FALSE, FALSE, sizeof(Amount)) };
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    known_add_measure(known, measure);
    known_add(known, &measure->value->number);
    known_add(known, &measure->value->numerator);
    known_add(known, &measure->value->denominator);
  }
}

static bool follows_target(const Sentence *sentence, guint at)
{
  static const char *const phrase[] = { "target", "of", NULL };
  return at >= 2 && sentence_says(sentence, phrase, at - 2);
}

/* Read as a claim: checked as such. */
static bool is_claim(const Sentence *sentence, guint at)
{
  g_autoptr(GArray) claims = claims_of(sentence);
  return claim_at(claims, CLAIM_FIGURE, at);
}

static void check_number(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, const Known *known,
                         bool last_year)
{
  const Indicator *indicator = speech->indicator;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    const Token *token = sentence_token(sentence, at);
    bool count = sentence_is_figure(sentence, at) && !token->percent && figure_digits(token->number) >= DIGITS;
    if ((!count && !fits(sentence, at, indicator, measure)) || known_has(known, token->number))
      continue;
    Amount number = token->number;
    const Reading *past = is_slip_of(measure->comparator, number) ? measure->comparator
                          : is_slip_of(measure->actual, number)   ? measure->actual
                                                                  : NULL;
    const OptAmount *part = is_slip_of_part(&measure->value->numerator, number)     ? &measure->value->numerator
                            : is_slip_of_part(&measure->value->denominator, number) ? &measure->value->denominator
                                                                                    : NULL;
    if (part) {
      report_part(c, speech, sentence, at, measure->value, part);
      return;
    }
    bool goal = indicator->measures->len > 1 && follows_target(sentence, at) && is_slip_of(measure->target, number);
    if (!fits(sentence, at, indicator, measure))
      continue;
    if (last_year && past && !is_claim(sentence, at) && !is_slip_of(measure->value, number)) {
      report(c, "W-VALUE", speech, sentence, at, past, "figure");
      return;
    }
    if (goal) {
      report(c, "W-VALUE", speech, sentence, at, measure->target, "target");
      return;
    }
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    if (!speech->indicator || !speech_is_commentary(speech))
      continue;
    Known known;
    known_init(&known, speech->indicator);
    for (guint j = 0; j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      bool last_year = names_last_year(sentence);
      for (guint k = 0; sentence_token(sentence, k); k++)
        check_number(c, speech, sentence, k, &known, last_year);
    }
    g_array_unref(known.numbers);
  }
}

const Check check_recalled = { .run = run };
