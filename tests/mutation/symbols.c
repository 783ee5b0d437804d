/* Mutants of symbols and of what they rest on: ratings, directions of travel, polarity, unit, rating rule. */
#include "mutant.h"
#include "number.h"
#include "sight.h"
#include <math.h>
#include <string.h>

static bool is_symbol(int rating)
{
  return rating == RATING_GREEN || rating == RATING_AMBER || rating == RATING_RED;
}

/* Red entries and those of them that give corrective action, with one entry's rating changed. */
static bool wants_corrective(const Sample *sample, const Record *changed, int rating)
{
  guint red = 0, corrected = 0;
  const Return *current = sample->inputs.current;
  for (guint i = 0; i < current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(current->milestones, i);
    bool is = (&said->record == changed ? rating : said->rating) == RATING_RED;
    red += is;
    corrected += is && !prose_is_empty(said->corrective);
  }
  for (guint i = 0; i < current->indicators->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(current->indicators, i);
    bool is = (&said->record == changed ? rating : said->rating) == RATING_RED;
    red += is;
    corrected += is && !prose_is_empty(said->corrective);
  }
  return corrected > 0 && 2 * corrected >= red;
}

/* What the words beside a changed symbol say against it. */
static const char *sight_of_words(const Maker *maker, const Record *record, int rating, const Prose *commentary,
                                  const Prose *corrective)
{
  bool bad = rating == RATING_AMBER || rating == RATING_RED;
  if (bad && prose_is_empty(commentary))
    return "no commentary says why";
  if (rating == RATING_RED && prose_is_empty(corrective) && wants_corrective(maker->sample, record, rating))
    return "no corrective action, as other red entries have";
  if ((rating == RATING_GREEN || rating == RATING_COMPLETE) && !prose_is_empty(corrective))
    return "corrective action beside a good symbol";
  g_autofree char *text = prose_is_empty(commentary) ? g_strdup("") : prose_to_text(commentary);
  static const char *const done[] = { "Completed.", "Complete.", "Done.", "Achieved.", NULL };
  for (guint i = 0; bad && record->spec == &milestone_progress_spec && done[i]; i++)
    if (g_str_has_prefix(text, done[i]))
      return "the commentary says that it is done";
  return NULL;
}

static const char *sight_of_symbol(const Maker *maker, const Indicator *planned, const IndicatorProgress *said,
                                   int rating)
{
  const Reading *value = said->values->len ? g_ptr_array_index(said->values, 0) : NULL;
  double number = 0, goal = 0;
  const char *measure = value ? value->measure : NULL;
  bool given = sight_figure(maker->sample, planned, measure, maker->sample->inputs.period, &number);
  bool aimed = sight_goal(maker->sample, planned, measure, &goal) || planned->band_low.given;
  bool text = value && value->text;
  if (given && !said->reason && !sight_symbol_fits(maker->sample, planned, rating, measure, number))
    return "the rule, the value and the target";
  if (text && is_symbol(rating))
    return "the rule, the value and the target";
  bool late = planned->in_arrears &&
              sight_figure(maker->sample, planned, measure, period_back(maker->sample->inputs.period, 0, 1), &number);
  bool waits = maker->sample->inputs.period.part != 4 && value &&
               (value->state == STATE_ANNUAL || value->state == STATE_NOT_DUE || value->state == STATE_SEE_COMMENT);
  if (is_symbol(rating) && !given && !text && !late && !waits)
    return "no value";
  if (is_symbol(rating) && !aimed)
    return "no target";
  if ((given || text) && (rating == RATING_NOT_AVAILABLE || rating == RATING_NOT_DUE || rating == RATING_NOT_SUPPLIED))
    return "the value";
  if (given && aimed && rating == RATING_NOT_APPLICABLE && planned->polarity != POLARITY_CONTEXT &&
      sight_rating(maker->sample, planned, number, goal, true) != RATING_NONE)
    return "value and target";
  return sight_of_words(maker, &said->record, rating, said->commentary, said->corrective);
}

static void make_indicator(const Maker *maker, const Indicator *planned, const IndicatorProgress *said)
{
  g_autofree char *written = mutant_attribute(&said->record, "rating");
  for (int rating = RATING_GREEN; written && rating < RATING_NOT_SUPPLIED; rating++)
    if (rating != RATING_COMPLETE)
      mutant_offer(maker, MUTANT_SYMBOL, &said->record, "rating", terms_name(&terms_rating, rating),
                   sight_of_symbol(maker, planned, said, rating), "no figure or word belies it");
  g_autofree char *travel = mutant_attribute(&said->record, "travel");
  double now, before;
  bool known = planned->measures->len < 2 &&
               (planned->polarity == POLARITY_HIGHER || planned->polarity == POLARITY_LOWER) &&
               sight_figure(maker->sample, planned, NULL, maker->sample->inputs.period, &now) &&
               sight_figure(maker->sample, planned, NULL, period_back(maker->sample->inputs.period, 1, 0), &before);
  int is = !known                                                     ? TRAVEL_NONE
           : fabs(now - before) < 1e-9                                ? TRAVEL_SAME
           : (now > before) == (planned->polarity == POLARITY_HIGHER) ? TRAVEL_BETTER
                                                                      : TRAVEL_WORSE;
  for (int to = TRAVEL_BETTER; travel && to <= TRAVEL_NOT_COMPARABLE; to++)
    mutant_offer(maker, MUTANT_TRAVEL, &said->record, "travel", terms_name(&terms_travel, to),
                 known && to != is && to != TRAVEL_NOT_COMPARABLE ? "the two figures" : NULL,
                 to == TRAVEL_NOT_COMPARABLE ? "only the officer knows what cannot be compared"
                                             : "one figure is not known");
}

static const Milestone *planned_milestone(const Sample *sample, const char *ref)
{
  const Plan *plan = sample->inputs.plan;
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      if (g_strcmp0(milestone->ref, ref) == 0)
        return milestone;
    }
  }
  return NULL;
}

static void make_milestone(const Maker *maker, const MilestoneProgress *said)
{
  const Milestone *planned = planned_milestone(maker->sample, said->milestone);
  Period period = maker->sample->inputs.period;
  bool dated = planned && date_given(planned->due);
  bool before = dated && date_compare(date_last_day(planned->due), period_first_day(period)) < 0;
  bool past = dated && date_compare(date_last_day(planned->due), period_last_day(period)) <= 0;
  for (int rating = RATING_GREEN; rating < RATING_NOT_SUPPLIED; rating++) {
    const char *seen = sight_of_words(maker, &said->record, rating, said->commentary, said->corrective);
    if (before && rating == RATING_AMBER)
      seen = "its date had passed before the period: it cannot be uncertain";
    if (past && rating == RATING_NOT_DUE)
      seen = "its date has passed";
    mutant_offer(maker, MUTANT_PROGRESS, &said->record, "rating", terms_name(&terms_rating, rating), seen,
                 "only the officer can judge");
  }
}

static void make_polarity(const Maker *maker, const Indicator *planned, const IndicatorProgress *said)
{
  bool higher = planned->polarity == POLARITY_HIGHER;
  if (!higher && planned->polarity != POLARITY_LOWER)
    return;
  Indicator flipped = *planned;
  flipped.polarity = higher ? POLARITY_LOWER : POLARITY_HIGHER;
  double now, before, goal;
  const Sample *sample = maker->sample;
  const Reading *value = said && said->values->len ? g_ptr_array_index(said->values, 0) : NULL;
  const char *measure = value ? value->measure : NULL, *seen = NULL;
  if (said && sight_figure(sample, planned, measure, sample->inputs.period, &now)) {
    bool aimed = sight_goal(sample, planned, measure, &goal);
    if (aimed && !said->reason && !sight_symbol_fits(sample, &flipped, said->rating, measure, now))
      seen = "the symbol";
    else if (said->travel == TRAVEL_BETTER || said->travel == TRAVEL_WORSE)
      seen = planned->measures->len < 2 &&
                     sight_figure(sample, planned, measure, period_back(sample->inputs.period, 1, 0), &before) &&
                     now != before
                 ? "the direction of travel"
                 : NULL;
  }
  mutant_offer(maker, MUTANT_POLARITY, &planned->record, "polarity", higher ? "lower" : "higher", seen,
               "no symbol or direction rests on it");
}

static bool title_says(const char *title, const char *const *words)
{
  for (guint i = 0; title && words[i]; i++)
    if (strstr(title, words[i]))
      return true;
  return false;
}

static void make_unit(const Maker *maker, const Indicator *planned, const IndicatorProgress *said)
{
  static const char *const percent[] = { "Percentage", "percentage", "% ", "Proportion", NULL };
  static const char *const rate[] = { "per 1,000", "per 10,000", "per 100,000", "per thousand", NULL };
  static const char *const count[] = { "Number of", "No. of", "number of", NULL };
  static const int units[] = { UNIT_PERCENT, UNIT_COUNT, UNIT_PER_1000, UNIT_PER_100000, UNIT_POUNDS, UNIT_DAYS };
  bool parts = false;
  for (guint i = 0; said && i < said->values->len; i++) {
    const Reading *reading = g_ptr_array_index(said->values, i);
    parts |= reading->number.given && reading->numerator.given && reading->denominator.given &&
             !amount_is_zero(reading->number.amount);
  }
  bool percentage = title_says(planned->title, percent), per = title_says(planned->title, rate);
  bool number = title_says(planned->title, count);
  for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
    bool counted = units[i] == UNIT_PER_1000 || units[i] == UNIT_PER_100000 || units[i] == UNIT_COUNT;
    bool days = units[i] == UNIT_DAYS && planned->title && strstr(planned->title, "day");
    const char *seen = parts                                                ? "numerator and denominator"
                       : percentage || per || (number && !counted && !days) ? "the title names the unit"
                                                                            : NULL;
    if (units[i] != planned->unit)
      mutant_offer(maker, MUTANT_UNIT, &planned->record, "unit", terms_name(&terms_unit, units[i]), seen,
                   "neither title nor parts tell the unit");
  }
}

static void make_rules(const Maker *maker)
{
  const Framework *framework = maker->sample->inputs.framework;
  for (guint i = 0; i < framework->rating_rules->len; i++) {
    const RatingRule *rule = g_ptr_array_index(framework->rating_rules, i);
    g_autofree char *written = mutant_attribute(&rule->record, "tolerance");
    for (int slip = 0; written && slip < SLIP_SIGN; slip++) {
      g_autofree char *changed = number_slip(written, slip);
      if (!changed)
        continue;
      bool worded = false;
      for (guint j = 0; i == 0 && j < framework->key->len; j++) {
        const KeyEntry *entry = g_ptr_array_index(framework->key, j);
        g_autofree char *text = entry->text ? runs_to_text(entry->text) : g_strdup("");
        worded |= entry->scale == SCALE_INDICATOR && strstr(text, "%");
      }
      mutant_offer(maker, MUTANT_RULE, &rule->record, "tolerance", changed, worded ? "the key's words" : NULL,
                   "the key takes its words from the rule");
    }
  }
}

void make_symbols(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  for (guint i = 0; i < inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    const IndicatorProgress *said = sight_said(maker->sample, planned);
    if (said)
      make_indicator(maker, planned, said);
    make_polarity(maker, planned, said);
    make_unit(maker, planned, said);
  }
  for (guint i = 0; i < inputs->current->milestones->len; i++)
    make_milestone(maker, g_ptr_array_index(inputs->current->milestones, i));
  make_rules(maker);
}
