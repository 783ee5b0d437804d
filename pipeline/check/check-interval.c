/* What is stated although the confidence limits leave it open: symbols and directions. */
#include "check/checks.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/rate.h"

static bool is_symbol(int rating)
{
  return rating == RATING_GREEN || rating == RATING_AMBER || rating == RATING_RED;
}

/* The symbol of an indicator or of one of its measures, beside a target that lies within the limits. */
static void check_symbol(const Checks *c, const Indicator *indicator, const Measure *measure, const Record *stated,
                         int rating)
{
  const Reading *value = measure->value, *goal = measure->goal ? measure->goal : measure->target;
  RatingCase rated = { .polarity = indicator_polarity(indicator),
                       .value = value->number,
                       .band_low = indicator->band_low,
                       .band_high = indicator->band_high,
                       .limits = value->lower.given ? value : NULL };
  rating_aim(&rated, goal);
  if (!is_symbol(rating) || !rating_is_open(&rated))
    return;
  g_autofree char *number = figure_text(&value->number);
  g_autofree char *target = goal && goal->number.given ? goal_words(goal) : g_strdup("what is planned");
  bool one = indicator->measures->len < 2;
  findings_at(
      c->findings, "G-INTERVAL", stated, "rating",
      "indicator %s%s%s is stated %s, but %s and the target %s cannot be told apart within the confidence limits",
      indicator->ref, one ? "" : ", ", one ? "" : measure_name(measure), terms_name(&terms_rating, rating), number,
      target);
}

static void check_direction(const Checks *c, const Indicator *indicator, const Measure *measure,
                            const IndicatorProgress *said)
{
  if (!travel_is_symbol(said->travel) || measure->computed_travel != TRAVEL_NO_CLEAR_CHANGE)
    return;
  g_autofree char *number = figure_text(&measure->value->number);
  g_autofree char *other = figure_text(&measure->comparator->number);
  findings_at(c->findings, "G-INTERVAL", &said->record, "travel",
              "indicator %s is stated %s, but %s and the earlier %s cannot be told apart within the confidence limits",
              indicator->ref, terms_name(&terms_travel, said->travel), number, other);
}

static void check_indicator(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (measure->stated)
      check_symbol(c, indicator, measure, &measure->value->record, measure->stated);
    else
      check_symbol(c, indicator, measure, &said->record, said->rating);
    check_direction(c, indicator, measure, said);
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    const IndicatorProgress *said =
        indicator->ref ? g_hash_table_lookup(c->returned->indicators, indicator->ref) : NULL;
    if (said && !said->reason)
      check_indicator(c, indicator, said);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "G-INTERVAL", LEVEL_NOTE, "rating", "a symbol or a direction that the confidence limits leave open",
    "A figure of a survey is one of many that might have come out: within its limits better and worse, met and missed are not told apart.",
    "Leave the symbol out, state travel=\"no-clear-change\", or give the reason." },
  { NULL },
};
/* clang-format on */

const Check check_interval = { .run = run, .rules = rules };
