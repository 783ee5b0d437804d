/* Rating: the stated symbol against the rule, the stated direction of travel against the figures. */
#include "check/checks.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/kind.h"
#include "model/rate.h"

static bool is_symbol(int rating)
{
  return rating == RATING_GREEN || rating == RATING_AMBER || rating == RATING_RED;
}

/* Before the year's end a symbol may look ahead, unless that is said apart (expected) or the goal is of this very
 * period. */
static bool is_outlook(const Checks *c, const Indicator *indicator, const Measure *measure,
                       const IndicatorProgress *said)
{
  const RatingRule *rule = framework_rating_rule(c->inputs->framework, indicator->rule);
  bool by_profile = rule && rule->use_profile && kind_row(indicator->kind)->runs_up && measure->profile;
  return !period_ends_year(c->report->period) && said->expected == RATING_NONE && !by_profile;
}

/* "12.84", or what stands there instead; caller frees. */
static char *value_in_words(const Measure *measure)
{
  const Reading *value = measure->value;
  if (value->number.given)
    return figure_text(&value->number);
  return g_strdup(value->text                          ? value->text
                  : value->state == STATE_SUPPRESSED   ? "a figure that is withheld"
                  : value->state == STATE_NOT_READABLE ? "a figure that cannot be read"
                                                       : "no value");
}

/* "12.84 (male), 3 (female)"; caller frees. */
static char *values_in_words(const Indicator *indicator)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    g_autofree char *value = value_in_words(measure);
    g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", value);
    if (indicator->measures->len > 1)
      g_string_append_printf(out, " (%s)", measure_name(measure));
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* With measures that rate differently any symbol between the best and the worst can be meant. */
static bool between_measures(const Indicator *indicator, int stated)
{
  int best = RATING_RED;
  for (guint i = 0; i < indicator->measures->len; i++) {
    int rating = ((const Measure *)g_ptr_array_index(indicator->measures, i))->computed;
    if (is_symbol(rating))
      best = MIN(best, rating);
  }
  return stated >= best && stated <= indicator->computed;
}

/* Green beside a miss that is certain, though no rule tells whether it is amber or red. */
static void check_miss(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  if (said->rating != RATING_GREEN || !indicator->missed || is_symbol(indicator->computed) || said->reason)
    return;
  g_autofree char *values = values_in_words(indicator);
  Spot spot = { &said->record, "rating", &indicator->record, NULL };
  findings_add(c->findings, "G-BETTER", &spot, "indicator %s is stated green, but %s misses the target: %s",
               indicator->ref, values, indicator->rule_words);
}

/* The commentary says that the symbol looks ahead: "the target will have been reached by the end of the year". */
static bool says_outlook(const Checks *c, const IndicatorProgress *said)
{
  static const char *const ahead[] = { "will", "expected", "forecast", "should", "projected", NULL };
  static const char *const end[] = { "end", "outturn", NULL }, *const year[] = { "year", "year's", NULL };
  static const char *const not [] = { "not", "unlikely", "below", "miss", "missed", NULL };
  const GPtrArray *sentences = facts_sentences(c->facts, &said->record, "commentary");
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    if (sentence_has(sentence, ahead) && sentence_has(sentence, end) && sentence_has(sentence, year) &&
        !sentence_has(sentence, not ))
      return true;
  }
  return false;
}

static void check_symbol(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  int stated = said->rating, computed = indicator->computed;
  if (!is_symbol(stated) || !is_symbol(computed) || between_measures(indicator, stated) || said->reason)
    return;
  g_autofree char *values = values_in_words(indicator);
  bool outlook = is_outlook(c, indicator, g_ptr_array_index(indicator->measures, 0), said);
  if (outlook && (stated == RATING_AMBER || says_outlook(c, said))) /* too early to say is always true then */
    return;
  const char *id = outlook ? "G-OUTLOOK" : stated < computed ? "G-BETTER" : "G-WORSE";
  Spot spot = { &said->record, "rating", &indicator->record, NULL };
  findings_add(c->findings, id, &spot, "indicator %s is stated %s, but %s is %s by the rule: %s", indicator->ref,
               terms_name(&terms_rating, stated), values, terms_name(&terms_rating, computed), indicator->rule_words);
}

/* ---- symbols of measures ---------------------------------------------------------------------------------------- */

/* The symbol of one of several measures against the rule, as that of the indicator. */
static void check_measure(const Checks *c, const Indicator *indicator, const Measure *measure,
                          const IndicatorProgress *said)
{
  int stated = measure->stated, computed = measure->computed;
  bool missed = stated == RATING_GREEN && measure->missed;
  if (!is_symbol(stated) || (!is_symbol(computed) && !missed) || stated == computed || said->reason)
    return;
  g_autofree char *value = value_in_words(measure);
  Spot spot = { &measure->value->record, NULL, &indicator->record, NULL };
  if (!is_symbol(computed)) {
    findings_add(c->findings, "G-BETTER", &spot, "indicator %s, %s, is stated green, but %s misses the target: %s",
                 indicator->ref, measure_name(measure), value, measure->rule_words);
    return;
  }
  bool outlook = is_outlook(c, indicator, measure, said);
  if (outlook && (stated == RATING_AMBER || says_outlook(c, said)))
    return;
  const char *id = outlook ? "G-OUTLOOK" : stated < computed ? "G-BETTER" : "G-WORSE";
  findings_add(c->findings, id, &spot, "indicator %s, %s, is stated %s, but %s is %s by the rule: %s", indicator->ref,
               measure_name(measure), terms_name(&terms_rating, stated), value, terms_name(&terms_rating, computed),
               measure->rule_words);
}

/* The indicator's own symbol lies between those of its measures. */
static void check_between(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  int best = RATING_RED, worst = RATING_GREEN;
  for (guint i = 0; i < indicator->measures->len; i++) {
    int stated = ((const Measure *)g_ptr_array_index(indicator->measures, i))->stated;
    if (!is_symbol(stated))
      return;
    best = MIN(best, stated);
    worst = MAX(worst, stated);
  }
  if (!is_symbol(said->rating) || said->reason || (said->rating >= best && said->rating <= worst))
    return;
  findings_at(c->findings, "G-MEASURES", &said->record, "rating",
              "indicator %s is stated %s, but its measures are %s%s%s", indicator->ref,
              terms_name(&terms_rating, said->rating), terms_name(&terms_rating, best), best == worst ? "" : " to ",
              best == worst ? "" : terms_name(&terms_rating, worst));
}

static void check_measures(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  for (guint i = 0; i < indicator->measures->len; i++)
    check_measure(c, indicator, g_ptr_array_index(indicator->measures, i), said);
  check_between(c, indicator, said);
}

/* Figures that come once a year may be judged before they are there. */
static bool waits(const Indicator *indicator)
{
  const Measure *first = g_ptr_array_index(indicator->measures, 0);
  int state = first->value->state;
  return state == STATE_ANNUAL || state == STATE_NOT_DUE;
}

/* How the figure to which the year leads was found. Caller frees. */
static char *way_of_projecting(const Indicator *indicator, const Measure *measure)
{
  static const char *const ways[] = { "as projected", "by the profile", "in proportion to time", "by the mean so far",
                                      "the service's own" };
  bool months = measure->value && measure->value->period.kind == PERIOD_MONTH;
  if (indicator->projection_method || indicator->projection_by != PROJECTED_BY_TIME)
    return g_strdup(indicator->projection_method ? indicator->projection_method : ways[indicator->projection_by]);
  return g_strdup_printf("%s: %d of %s", ways[indicator->projection_by], indicator->projection_of,
                         months ? "12 months" : "4 quarters");
}

/* A cumulative value in the middle of its year cannot be rated, but what it leads to can. */
static void check_projection(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  const Measure *first = g_ptr_array_index(indicator->measures, 0);
  bool looks = said->rating == RATING_GREEN || said->rating == RATING_RED;
  if (!looks || is_symbol(indicator->computed) || !indicator->projection.given || !first->target || said->reason)
    return;
  RatingCase outlook = { .rule = framework_rating_rule(c->inputs->framework, indicator->rule),
                         .polarity = indicator_polarity(indicator),
                         .value = indicator->projection,
                         .band_low = indicator->band_low,
                         .band_high = indicator->band_high };
  rating_aim(&outlook, first->target);
  g_autoptr(GString) words = g_string_new(NULL);
  int rating = rating_compute(&outlook, words);
  if ((rating != RATING_GREEN && rating != RATING_RED) || rating == said->rating)
    return;
  g_autofree char *projection = figure_text(&indicator->projection);
  g_autofree char *way = way_of_projecting(indicator, first);
  findings_at(c->findings, "G-OUTLOOK", &said->record, "rating",
              "indicator %s is stated %s, but leads to %s by the year's end (%s), which is %s: %s", indicator->ref,
              terms_name(&terms_rating, said->rating), projection, way, terms_name(&terms_rating, rating), words->str);
}

/* A figure or words, withheld or not, or what cannot be read of them. */
static bool was_given(const Reading *reading)
{
  return reading &&
         (reading_has_figure(reading) || reading->state == STATE_SUPPRESSED || reading->state == STATE_NOT_READABLE);
}

/* What holds for several indicators is said once, at the first. */
typedef struct {
  GPtrArray *records;    /* where it holds */
  GPtrArray *indicators; /* of Indicator, beside them */
} Gathered;

static void gather(Gathered *gathered, const Record *record, const Indicator *indicator)
{
  g_ptr_array_add(gathered->records, (gpointer)record);
  g_ptr_array_add(gathered->indicators, (gpointer)indicator);
}

/* "; likewise of 2 others: HP LI 2, HP LI 3", and frees. */
static void report_gathered(const Checks *c, Gathered *gathered, const char *id, const char *attribute,
                            const char *what)
{
  g_autoptr(GString) others = g_string_new(NULL);
  const GPtrArray *indicators = gathered->indicators;
  for (guint i = 1; i < indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(indicators, i);
    g_string_append_printf(others, "%s%s", i > 1 ? ", " : "", indicator->ref ? indicator->ref : "without a reference");
  }
  if (indicators->len > 1)
    g_string_prepend(others, indicators->len > 2 ? "; so it is with these: " : "; so it is with ");
  if (indicators->len > 0)
    findings_at(c->findings, id, g_ptr_array_index(gathered->records, 0), attribute, "indicator %s %s%s",
                ((const Indicator *)g_ptr_array_index(indicators, 0))->ref, what, others->str);
  g_ptr_array_unref(gathered->records);
  g_ptr_array_unref(gathered->indicators);
}

static void check_basis(const Checks *c, const Indicator *indicator, const IndicatorProgress *said,
                        Gathered *unreasoned)
{
  if (!is_symbol(said->rating))
    return;
  const RatingRule *rule = framework_rating_rule(c->inputs->framework, indicator->rule);
  if (rule && rule->method == METHOD_MANUAL && !said->reason)
    gather(unreasoned, &said->record, indicator);
  bool value = !period_ends_year(c->report->period) && waits(indicator),
       target = indicator->band_low.given || indicator->band_high.given;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    value |= was_given(measure->value) || measure->parts->len > 0;
    target |= was_given(measure->target) || was_given(measure->profile);
  }
  if (!value)
    findings_at(c->findings, "G-NO-VALUE", &said->record, "rating", "indicator %s is stated %s without any value",
                indicator->ref, terms_name(&terms_rating, said->rating));
  if (!target && !(rule && rule->method == METHOD_MANUAL))
    findings_at(c->findings, "G-NO-TARGET", &said->record, "rating",
                "indicator %s is stated %s, but the plan has no target for the year", indicator->ref,
                terms_name(&terms_rating, said->rating));
}

/* A target that nobody can tell to be met: which way is good is not said. */
static void check_polarity(const Checks *c, const Indicator *indicator, Gathered *unpolar)
{
  const RatingRule *rule = framework_rating_rule(c->inputs->framework, indicator->rule);
  bool ordered = indicator->kind == KIND_GRADE || indicator->kind == KIND_RANK;
  bool judged = rule && rule->method != METHOD_MANUAL && rule->method != METHOD_BINARY && !ordered;
  if (!judged || indicator_polarity(indicator) || record_is_unread(&indicator->record, "polarity"))
    return;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    if (!measure->target || !measure->target->number.given || indicator_unit(indicator, measure) == UNIT_YES_NO)
      continue;
    gather(unpolar, &indicator->record, indicator);
    return;
  }
}

/* A tolerance in percent of a target that is zero. */
static void check_rule(const Checks *c, const Indicator *indicator)
{
  const RatingRule *rule = framework_rating_rule(c->inputs->framework, indicator->rule);
  if (!rule || rule->method != METHOD_TOLERANCE || rule->tolerance_of == OF_POINTS ||
      indicator->polarity == POLARITY_CONTEXT)
    return;
  for (guint i = 0; i < indicator->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(indicator->measures, i);
    const Reading *goal = measure->goal ? measure->goal : measure->target;
    if (!goal || !goal->number.given || !amount_is_zero(goal->number.amount))
      continue;
    g_autofree char *target = figure_text(&goal->number);
    Spot spot = { &goal->record, NULL, &rule->record, NULL };
    findings_add(c->findings, "G-POINTS", &spot,
                 "indicator %s: a tolerance in percent of the target says nothing when the target is %s",
                 indicator->ref, target);
  }
}

/* Several measures that all go one way, and a direction that is the other. */
static void check_travel_of_all(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  int all = TRAVEL_NONE;
  for (guint i = 0; i < indicator->measures->len; i++) {
    int one = ((const Measure *)g_ptr_array_index(indicator->measures, i))->computed_travel;
    if (one == TRAVEL_NONE || (i > 0 && one != all))
      return;
    all = one;
  }
  bool opposite =
      (all == TRAVEL_BETTER && said->travel == TRAVEL_WORSE) || (all == TRAVEL_WORSE && said->travel == TRAVEL_BETTER);
  if (indicator->measures->len < 2 || !opposite)
    return;
  findings_at(c->findings, "G-TRAVEL", &said->record, "travel",
              "indicator %s is stated %s, but all its measures are %s", indicator->ref,
              terms_name(&terms_travel, said->travel), terms_name(&terms_travel, all));
}

static void check_travel(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  check_travel_of_all(c, indicator, said);
  int stated = said->travel, computed = indicator->computed_travel;
  bool definite = travel_is_symbol(computed);
  if (stated == TRAVEL_NONE || stated == TRAVEL_NOT_COMPARABLE || stated == TRAVEL_NOT_READABLE ||
      stated == TRAVEL_NO_CLEAR_CHANGE || !definite || stated == computed || indicator->measures->len != 1)
    return;
  const Measure *measure = g_ptr_array_index(indicator->measures, 0);
  const Reading *before = measure->comparator;
  g_autofree char *values = values_in_words(indicator);
  g_autofree char *period = period_to_string(before->period);
  g_autofree char *number = before->number.given ? figure_text(&before->number) : g_strdup(before->text);
  Spot spot = { &said->record, "travel", &before->record, NULL };
  const TravelRule *rule = c->inputs->framework->travel;
  g_autofree char *least = rule && rule->least_change.given ? amount_format(rule->least_change.amount, -1) : NULL;
  int better = goal_polarity(measure->target, indicator->polarity);
  const char *polarity = better == POLARITY_LOWER ? "lower" : better == POLARITY_HIGHER ? "higher" : "planned";
  bool added = kind_row(indicator->kind)->move == MOVE_INCREMENTS && before->period.part != measure->value->period.part;
  findings_add(c->findings, "G-TRAVEL", &spot,
               "indicator %s is stated %s, but %s against %s in %s is %s: %s%s values are better%s%s%s", indicator->ref,
               terms_name(&terms_travel, stated), values, number, period, terms_name(&terms_travel, computed),
               added ? "what each period added is compared, and " : "", polarity, least ? ", and changes under " : "",
               least ? least : "", least ? "% count as same" : "");
}

/* A symbol may not differ from the stated for a reason that explains nothing, so reasons are shown. */
static void check_override(const Checks *c, const Indicator *indicator, const IndicatorProgress *said)
{
  if (said->reason && is_symbol(said->rating) && is_symbol(indicator->computed) && said->rating != indicator->computed)
    findings_at(c->findings, "G-OVERRIDE", &said->record, "reason",
                "indicator %s is stated %s instead of %s, with the reason: %s", indicator->ref,
                terms_name(&terms_rating, said->rating), terms_name(&terms_rating, indicator->computed), said->reason);
}

/* "It is uncertain whether it will be achieved by its due date", when that date is over. */
static void check_past(const Checks *c, const Milestone *milestone, const MilestoneProgress *said)
{
  Date day = date_given(milestone->revised) ? milestone->revised : milestone->due;
  if (said->rating != RATING_AMBER || !date_given(day) || date_compare(day, c->report->to) > 0)
    return;
  g_autofree char *due = date_to_string(day);
  Spot spot = { &said->record, "rating", &milestone->record, "due" };
  findings_add(c->findings, "G-PAST", &spot, "milestone %s is amber, but it was due %s: it is achieved or it is not",
               milestone->ref, due);
}

static void check_milestones(const Checks *c)
{
  for (guint i = 0; i < c->report->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(c->report->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const Milestone *milestone = g_ptr_array_index(objective->milestones, j);
      const MilestoneProgress *said =
          milestone->supplied ? g_hash_table_lookup(c->returned->milestones, milestone->ref) : NULL;
      if (!said)
        continue;
      check_past(c, milestone, said);
    }
  }
}

static void run(const Checks *c)
{
  Gathered unreasoned = { g_ptr_array_new(), g_ptr_array_new() }, unpolar = { g_ptr_array_new(), g_ptr_array_new() };
  check_milestones(c);
  for (guint i = 0; i < c->report->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(c->report->indicators, i);
    check_rule(c, indicator);
    check_polarity(c, indicator, &unpolar);
    const IndicatorProgress *said =
        indicator->ref ? g_hash_table_lookup(c->returned->indicators, indicator->ref) : NULL;
    if (!said)
      continue;
    check_symbol(c, indicator, said);
    check_miss(c, indicator, said);
    check_measures(c, indicator, said);
    check_projection(c, indicator, said);
    check_override(c, indicator, said);
    check_basis(c, indicator, said, &unreasoned);
    check_travel(c, indicator, said);
  }
  report_gathered(c, &unreasoned, "G-REASON", "rating", "is judged by the officer and no reason is given");
  report_gathered(c, &unpolar, "G-NO-POLARITY", "polarity",
                  "has a target, and the plan does not say which way is good: no rule can rate it");
}

/* clang-format off */
static const Rule rules[] = {
  { "G-BETTER", LEVEL_ERROR, "rating", "a symbol is better than the rule gives",
    "A green that the figures do not bear out misleads members. Ratings are made on unrounded values.",
    "Correct the rating or the figure; if the rule does not fit this time, give a reason for the rating.",
    "M-ZERO M-SHIFT" },
  { "G-MEASURES", LEVEL_WARNING, "rating", "a symbol of an indicator that none of its measures bears out",
    "The symbol of the whole lies between the best and the worst symbol of its measures.",
    "Correct the symbol of the indicator or those of its measures, or give a reason." },
  { "G-NO-POLARITY", LEVEL_WARNING, "rating", "a target, and nobody says which way is good",
    "Whether a figure meets its target can be told only when it is known whether more or less is better.",
    "Add polarity=\"higher\" or \"lower\" (or \"context\", when it is not to be rated) to the indicator of the plan." },
  { "G-NO-TARGET", LEVEL_WARNING, "rating", "a symbol without a target",
    "Without a target nobody can tell what the symbol means.",
    "Add this year's target to the plan, or leave the rating out." },
  { "G-NO-VALUE", LEVEL_WARNING, "rating", "a symbol without a value",
    "Without a figure nobody can tell what the symbol rests on.",
    "Add the value (an estimate may be marked so), or leave the rating out." },
  { "G-OUTLOOK", LEVEL_NOTE, "rating", "a symbol looks ahead of the figures",
    "Before the year's end a symbol may say what is expected at its end, although today's figure stands otherwise.",
    "Nothing, if the year's end is meant: better still, give the expected rating apart. Else correct the rating.",
    "M-ZERO M-SHIFT" },
  { "G-OVERRIDE", LEVEL_NOTE, "rating", "a symbol differs from the rule, with a reason",
    "Officers may overrule the rule; a second pair of eyes should see why.",
    "Check that the reason holds." },
  { "G-PAST", LEVEL_NOTE, "rating", "amber although the due date is over",
    "Amber means that it is uncertain whether the date will be kept; after the date that is known.",
    "Say whether it was achieved, or give a new due date." },
  { "G-POINTS", LEVEL_WARNING, "rating", "a percentage of a target that is zero",
    "A tolerance of 5 % of zero is zero: such a target needs a tolerance in points.",
    "Give the indicator a rating rule with a tolerance in points." },
  { "G-REASON", LEVEL_WARNING, "rating", "a judged symbol without a reason",
    "Where no rule rates an indicator, the officer's reason is all there is.",
    "Add the reason to the entry." },
  { "G-TRAVEL", LEVEL_WARNING, "rating", "a direction of travel that the figures do not bear out",
    "Better and worse follow from the value, the one it is compared with and whether higher or lower values are better; "
    "an arrow never just means that the number went up.",
    "Correct the direction, or the figure that it rests on.",
    "M-ZERO M-SHIFT" },
  { "G-WORSE", LEVEL_WARNING, "rating", "a symbol is worse than the rule gives",
    "A symbol that the figures do not bear out misleads members, also when it is modest.",
    "Correct the rating or the figure; if the rule does not fit this time, give a reason for the rating.",
    "M-ZERO M-SHIFT" },
  { NULL },
};
/* clang-format on */

const Check check_rating = { .run = run, .rules = rules };
