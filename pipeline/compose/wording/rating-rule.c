/* Rating rules in words: each way of rating has a sentence of its own in the file of words. */
#include "compose/wording/rating-rule.h"
#include "compose/wording/words.h"

/* The sentence of that name, with the amount as people write it and the council's word for amber. */
static char *sentence(const Document *document, const char *name, const OptAmount *given)
{
  Amount amount = given->amount;
  while (amount.scale > 0 && amount.units % 10 == 0)
    amount = (Amount){ amount.units / 10, (guint8)(amount.scale - 1) };
  g_autofree char *n = amount_format(amount, -1);
  g_autofree char *amber = g_utf8_strdown(scale_word(document, SCALE_INDICATOR, RATING_AMBER), -1);
  return word_fill(document_word(document, name), (const char *const[]){ "n", "amber", NULL },
                   (const char *const[]){ n, amber });
}

static bool is_tolerant(const RatingRule *rule)
{
  return rule->method == METHOD_TOLERANCE && rule->tolerance.given;
}

/* In what the tolerance is measured. */
static const char *measured(const RatingRule *rule)
{
  return rule->tolerance_of == OF_POINTS ? "-points" : "-percent";
}

static char *green_words(const Document *document, const RatingRule *rule)
{
  bool within = rating_rule_is_green_within(rule);
  g_autofree char *name = g_strconcat("rule-green",
                                      within                          ? "-within"
                                      : rule->method == METHOD_BINARY ? "-answer"
                                                                      : "",
                                      within ? measured(rule) : "", NULL);
  return sentence(document, name, &rule->tolerance);
}

/* By the tolerance or the floor, and by what makes amber of a missed target. */
static char *amber_words(const Document *document, const RatingRule *rule)
{
  bool tolerant = is_tolerant(rule) && !rule->green_within, floored = rule->method == METHOD_FLOOR && rule->floor.given;
  g_autofree char *name = g_strconcat("rule-amber",
                                      tolerant  ? measured(rule)
                                      : floored ? "-floor"
                                                : "",
                                      rule->improving_amber ? "-better" : "", rule->plan_amber ? "-plan" : "", NULL);
  return rating_rule_gives_amber(rule) ? sentence(document, name, tolerant ? &rule->tolerance : &rule->floor) : NULL;
}

static char *red_words(const Document *document, const RatingRule *rule)
{
  bool amber = rating_rule_gives_amber(rule), answer = rule->method == METHOD_BINARY;
  bool beyond = !answer && is_tolerant(rule) && !rule->improving_amber && !rule->plan_amber;
  g_autofree char *name = g_strconcat("rule-red", answer ? "-answer" : "",
                                      beyond  ? measured(rule)
                                      : amber ? "-and-no-amber"
                                              : "",
                                      NULL);
  return sentence(document, name, &rule->tolerance);
}

char *rating_rule_words(const Document *document, const RatingRule *rule, int rating)
{
  if (rule->method == METHOD_MANUAL)
    return g_strdup(document_word(document, "rule-manual"));
  switch (rating) {
  case RATING_GREEN:
    return green_words(document, rule);
  case RATING_AMBER:
    return amber_words(document, rule);
  case RATING_RED:
    return red_words(document, rule);
  default:
    return NULL;
  }
}
