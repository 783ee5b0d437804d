/* The plan by itself: profiles that end elsewhere than their target, quartiles out of order, dates in the words of a
 * milestone that are not its due date. */
#include "check/checks.h"
#include "model/kind.h"
#include <string.h>

static void report_profile(const Checks *c, const Indicator *indicator, const Reading *profile, const Reading *other,
                           const char *what)
{
  g_autofree char *number = amount_format(profile->number.amount, -1);
  g_autofree char *period = period_to_string(profile->period);
  g_autofree char *against = amount_format(other->number.amount, -1);
  g_autofree char *of = period_to_string(other->period);
  Spot spot = { &profile->record, "number", &other->record, "number" };
  findings_add(c->findings, "A-PROFILE", &spot, "indicator %s: the profile of %s is %s, %s %s of %s", indicator->ref,
               period, number, what, against, of);
}

/* "measure\nperiod"; caller frees. */
static char *key_of(const char *measure, Period period)
{
  g_autofree char *text = period_to_string(period);
  return g_strdup_printf("%s\n%s", measure ? measure : "", text);
}

static const Reading *find(GHashTable *targets, const char *measure, Period period)
{
  g_autofree char *key = key_of(measure, period);
  return g_hash_table_lookup(targets, key);
}

/* Within a year a cumulative profile rises and ends at the year's target. */
static void check_profile(const Checks *c, const Indicator *indicator, GHashTable *targets, const Reading *profile)
{
  const Reading *before = find(targets, profile->measure, period_back(profile->period, 0, 1));
  const Reading *year = find(targets, profile->measure, period_year(profile->period));
  if (before && before->period.year == profile->period.year && before->number.amount.units >= 0 &&
      amount_compare(profile->number.amount, before->number.amount) < 0)
    report_profile(c, indicator, profile, before, "less than the");
  guint last = profile->period.kind == PERIOD_MONTH ? 12 : 4;
  if (year && (guint)profile->period.part == last && amount_compare(profile->number.amount, year->number.amount) != 0)
    report_profile(c, indicator, profile, year, "not the");
}

static void check_profiles(const Checks *c, const Indicator *indicator)
{
  if (!kind_row(indicator->kind)->runs_up)
    return;
  g_autoptr(GHashTable) targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < indicator->targets->len; i++) {
    Reading *target = g_ptr_array_index(indicator->targets, i);
    if (target->number.given)
      g_hash_table_insert(targets, key_of(target->measure, target->period), target);
  }
  for (guint i = 0; i < indicator->targets->len; i++) {
    const Reading *target = g_ptr_array_index(indicator->targets, i);
    bool part = target->period.kind == PERIOD_QUARTER || target->period.kind == PERIOD_MONTH;
    if (part && target->number.given)
      check_profile(c, indicator, targets, target);
  }
}

/* The top quartile is the best one. */
static void check_quartiles(const Checks *c, const Indicator *indicator)
{
  for (guint i = 0; i < indicator->quartiles->len; i++) {
    const Quartile *q = g_ptr_array_index(indicator->quartiles, i);
    if (!q->top.given || !q->middle.given || !q->bottom.given)
      continue;
    int upper = amount_compare(q->top.amount, q->middle.amount),
        lower = amount_compare(q->middle.amount, q->bottom.amount);
    bool falls = upper >= 0 && lower >= 0, rises = upper <= 0 && lower <= 0;
    bool fits = (indicator->polarity == POLARITY_LOWER && rises) || (indicator->polarity == POLARITY_HIGHER && falls) ||
                (indicator->polarity != POLARITY_LOWER && indicator->polarity != POLARITY_HIGHER && (falls || rises));
    if (fits)
      continue;
    g_autofree char *top = amount_format(q->top.amount, -1);
    g_autofree char *middle = amount_format(q->middle.amount, -1);
    g_autofree char *bottom = amount_format(q->bottom.amount, -1);
    g_autofree char *period = period_to_string(q->period);
    findings_at(c->findings, "A-QUARTILES", &q->record, "top",
                "indicator %s: the quartiles of %s, top %s, middle %s, bottom %s, do not go from best to worst",
                indicator->ref, period, top, middle, bottom);
  }
}

/* "Open the centre by March 2010", due 2010-12. */
static void check_words(const Checks *c, const Milestone *milestone)
{
  if (!milestone->text || !date_given(milestone->due))
    return;
  const GPtrArray *sentences = facts_sentences(c->facts, &milestone->record, "text");
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    for (guint j = 1; sentence_token(sentence, j); j++) {
      const char *before = sentence_token(sentence, j - 1)->word;
      Date said;
      guint last;
      bool by = before && strcmp(before, "by") == 0 && sentence_date(sentence, j, &said, &last) && said.year != 0;
      if (!by || (said.year == milestone->due.year && said.month == milestone->due.month))
        continue;
      g_autofree char *quote = sentence_quote(sentence, j - 1, last);
      g_autofree char *due = date_to_string(milestone->due);
      findings_at(c->findings, "R-DUE-WORDS", &milestone->record, "due",
                  "milestone %s is due %s, but its words say '%s'", milestone->ref, due, quote);
    }
  }
}

static void run(const Checks *c)
{
  const Plan *plan = c->inputs->plan;
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    check_profiles(c, indicator);
    check_quartiles(c, indicator);
  }
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++)
      check_words(c, g_ptr_array_index(objective->milestones, j));
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "A-PROFILE", LEVEL_WARNING, "arithmetic", "a profile that falls, or does not end at its target",
    "The parts of a year's target add up through the year: each is at least the one before, and the last is the target.",
    "Correct the profile or the year's target." },
  { "A-QUARTILES", LEVEL_NOTE, "arithmetic", "quartiles that do not go from best to worst",
    "The top quartile is the best one: the largest where higher is better, the smallest where lower is.",
    "Check the quartiles with their source, and the polarity of the indicator." },
  { "R-DUE-WORDS", LEVEL_NOTE, "references", "a milestone's words give another date than its due date",
    "Readers see both.", "Correct the due date or the words." },
  { NULL },
};
/* clang-format on */

const Check check_plan = { .run = run, .rules = rules };
