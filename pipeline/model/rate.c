/* Rating by the rules of the framework: target, tolerance, floor, yes/no and manual, for every polarity. */
#include "model/rate.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/grade.h"
#include <string.h>

/* Appends an amount as people write it. */
static void add_amount(GString *out, Amount amount)
{
  while (amount.scale > 0 && amount.units % 10 == 0)
    amount = (Amount){ amount.units / 10, (guint8)(amount.scale - 1) };
  g_autofree char *text = amount_format(amount, -1);
  g_string_append(out, text);
}

/* Appends a figure of the case: as minutes and seconds where it is in these. */
static void add_figure(GString *out, const RatingCase *c, Amount amount)
{
  if (!c->target.timed && !c->value.timed) {
    add_amount(out, amount);
    return;
  }
  g_autofree char *text = amount_format_time(amount);
  g_string_append(out, text);
}

/* The goal that counts for this value, and by how much the value misses it (zero or less: met). */
typedef struct {
  Amount goal, missed_by;
  bool upward; /* the value should have been higher */
} Miss;

static bool miss_of(Amount goal, Amount value, bool upward, Miss *ret_miss)
{
  ret_miss->goal = goal;
  ret_miss->upward = upward;
  return upward ? amount_subtract(goal, value, &ret_miss->missed_by)
                : amount_subtract(value, goal, &ret_miss->missed_by);
}

/* Within the band both sides are met; outside, the nearer edge is missed. */
static bool miss_band(const RatingCase *c, Miss *ret_miss)
{
  Amount low = c->band_low.given ? c->band_low.amount : c->target.amount;
  Amount high = c->band_high.given ? c->band_high.amount : c->target.amount;
  bool below = amount_compare(c->value.amount, low) < 0;
  return below ? miss_of(low, c->value.amount, true, ret_miss) : miss_of(high, c->value.amount, false, ret_miss);
}

static bool has_goal(const RatingCase *c)
{
  return c->target.given || (c->polarity == POLARITY_PLAN && c->band_low.given && c->band_high.given);
}

static bool find_miss(const RatingCase *c, Miss *ret_miss)
{
  if (c->polarity == POLARITY_PLAN)
    return miss_band(c, ret_miss);
  return miss_of(c->target.amount, c->value.amount, c->polarity == POLARITY_HIGHER, ret_miss);
}

static void add_goal(GString *words, const RatingCase *c, const Miss *miss)
{
  if (c->polarity != POLARITY_PLAN) {
    g_string_append(words, c->strict ? (miss->upward ? "target more than " : "target less than ") : "target ");
    add_figure(words, c, miss->goal);
    g_string_append(words, c->strict ? "" : miss->upward ? " or more" : " or less");
    return;
  }
  Amount low = c->band_low.given ? c->band_low.amount : c->target.amount;
  Amount high = c->band_high.given ? c->band_high.amount : c->target.amount;
  g_string_append(words, "planned ");
  add_figure(words, c, low);
  if (amount_compare(low, high) != 0) {
    g_string_append(words, " to ");
    add_figure(words, c, high);
  }
}

/* The limit up to which a miss is amber, appended in words; false when the rule cannot tell for this goal. */
static bool amber_limit(const RatingCase *c, const Miss *miss, Amount *ret_limit, GString *words)
{
  const RatingRule *rule = c->rule;
  Amount allowed = rule->tolerance.amount, limit;
  if (rule->method == METHOD_FLOOR) {
    *ret_limit = rule->floor.amount;
    g_string_append(words, miss->upward ? ", amber from " : ", amber up to ");
    add_figure(words, c, *ret_limit);
    return c->polarity != POLARITY_PLAN;
  }
  bool percent = rule->tolerance_of != OF_POINTS;
  if (percent && (miss->goal.units == 0 || !figure_percent_of(miss->goal, rule->tolerance.amount, &allowed))) {
    g_string_append(words, "; a percentage of a target that is zero says nothing: the rule needs points");
    return false;
  }
  if (!(miss->upward ? amount_subtract(miss->goal, allowed, &limit) : amount_add(miss->goal, allowed, &limit)))
    return false;
  *ret_limit = limit;
  g_string_append_printf(words, ", %s %s ", rule->green_within ? "green" : "amber", miss->upward ? "from" : "up to");
  add_figure(words, c, limit);
  g_string_append(words, " (");
  add_amount(words, rule->tolerance.amount);
  g_string_append(words, percent ? "% of target)" : " points)");
  return true;
}

/* Two mitigations make amber of red. */
static int mitigate(const RatingCase *c, GString *words)
{
  const OptAmount *now = c->moved.given ? &c->moved : &c->value;
  if (c->rule->improving_amber && now->given && c->comparator.given) {
    int order = amount_compare(now->amount, c->comparator.amount);
    bool better = c->polarity == POLARITY_HIGHER ? order > 0 : c->polarity == POLARITY_LOWER && order < 0;
    if (better) {
      g_string_append(words, "; missed, but better than ");
      add_figure(words, c, (c->comparator_said.given ? c->comparator_said : c->comparator).amount);
      g_string_append(words, " before: amber");
      return RATING_AMBER;
    }
  }
  if (c->rule->plan_amber && c->plan_in_hand) {
    g_string_append(words, "; missed, but corrective action is in hand: amber");
    return RATING_AMBER;
  }
  return RATING_RED;
}

/* Grades: met by the target's and by all better ones. */
static int rate_grade(const RatingCase *c, GString *words)
{
  int value = grade_place(c->order, c->value_text), target = grade_place(c->order, c->target_text);
  if (value < 0 || target < 0) {
    g_string_append(words, "not one of the grades");
    return RATING_NONE;
  }
  g_string_append_printf(words, target > 0 ? "target %s or better" : "target %s", c->target_text);
  return value <= target ? RATING_GREEN : mitigate(c, words);
}

/* Yes or no: right or wrong, nothing between; other words are met for certain only by the same. */
static int rate_words(const RatingCase *c, GString *words)
{
  if (!c->value_text || !c->target_text) {
    g_string_append(words, c->target.given || c->target_text ? "no value" : "no target");
    return RATING_NONE;
  }
  if (c->order)
    return rate_grade(c, words);
  bool answers = answer_is_yes_or_no(c->target_text) || c->rule->method == METHOD_BINARY;
  g_string_append_printf(words, "target %s", c->target_text);
  g_autofree char *value = g_utf8_casefold(c->value_text, -1);
  g_autofree char *target = g_utf8_casefold(c->target_text, -1);
  if (strcmp(value, target) == 0)
    return RATING_GREEN;
  if (answers)
    return mitigate(c, words);
  g_string_append(words, ": only people can tell whether other words meet it");
  return RATING_NONE;
}

static int rate_missed(const RatingCase *c, const Miss *miss, GString *words)
{
  bool tolerant = c->rule->method == METHOD_TOLERANCE && c->rule->tolerance.given;
  bool floored = c->rule->method == METHOD_FLOOR && c->rule->floor.given;
  if (!tolerant && !floored)
    return mitigate(c, words);
  Amount limit;
  if (!amber_limit(c, miss, &limit, words))
    return RATING_NONE;
  int order = amount_compare(c->value.amount, limit);
  bool amber = miss->upward ? order >= 0 : order <= 0;
  bool green = amber && tolerant && c->rule->green_within;
  return green ? RATING_GREEN : amber ? RATING_AMBER : mitigate(c, words);
}

/* A cumulative value that has not finished its year can already be decided: upward when it is met, downward when it is
 * missed. */
static bool decided_early(const RatingCase *c, const Miss *miss, bool met)
{
  return !c->sure_only || (c->polarity == POLARITY_HIGHER ? met : !met && !miss->upward);
}

static bool is_met(const RatingCase *c, const Miss *miss)
{
  return miss->missed_by.units < 0 || (miss->missed_by.units == 0 && !c->strict);
}

/* The target and the polarity ask for two things: a bound for the other side, or a range beyond whose better end the
 * value lies. */
static bool is_contradicted(const RatingCase *c, const Miss *miss)
{
  if (!c->aside)
    return false;
  return c->polarity != POLARITY_PLAN || (!is_met(c, miss) && miss->upward == (c->aside == POLARITY_LOWER));
}

/* The limits of the value hold the target, or one end of what is planned: nobody can tell whether it is met. */
static bool is_within_limits(const RatingCase *c)
{
  if (!c->limits || reading_limits_fault(c->limits))
    return c->limits != NULL;
  if (c->polarity != POLARITY_PLAN)
    return reading_may_be(c->limits, c->target.amount);
  const OptAmount *low = c->band_low.given ? &c->band_low : &c->target;
  const OptAmount *high = c->band_high.given ? &c->band_high : &c->target;
  return reading_may_be(c->limits, low->amount) || reading_may_be(c->limits, high->amount);
}

bool rating_is_open(const RatingCase *c)
{
  return c->value.given && c->limits && !reading_limits_fault(c->limits) && has_goal(c) && is_within_limits(c);
}

bool rating_misses(const RatingCase *c)
{
  Miss miss;
  bool judged = c->rule && c->rule->method != METHOD_MANUAL && c->polarity != POLARITY_CONTEXT &&
                c->polarity != POLARITY_UNSTATED && has_goal(c) && c->value.given && find_miss(c, &miss);
  return judged && !is_within_limits(c) && !is_met(c, &miss) && decided_early(c, &miss, false) &&
         !is_contradicted(c, &miss);
}

void rating_aim(RatingCase *c, const Reading *goal)
{
  if (!goal)
    return;
  c->target = goal->number;
  c->strict = goal->bound == BOUND_BELOW || goal->bound == BOUND_ABOVE;
  c->aside = goal_contradicts(goal, c->polarity) ? c->polarity : POLARITY_UNSTATED;
  c->polarity = goal_polarity(goal, c->polarity);
  if (!goal->to.given)
    return;
  c->band_low = goal->number;
  c->band_high = goal->to;
}

static int rate_numbers(const RatingCase *c, GString *words)
{
  Miss miss;
  if (!find_miss(c, &miss))
    return RATING_NONE;
  bool met = is_met(c, &miss);
  if (c->limits && reading_limits_fault(c->limits)) {
    g_string_append_printf(words, "the value %s", reading_limits_fault(c->limits));
    return RATING_NONE;
  }
  if (is_within_limits(c)) {
    g_string_append(words, "the target lies within the confidence limits, ");
    add_figure(words, c, c->limits->lower.amount);
    g_string_append(words, " to ");
    add_figure(words, c, c->limits->upper.amount);
    return RATING_NONE;
  }
  if (is_contradicted(c, &miss)) {
    g_string_append_printf(words, "the target and the polarity contradict each other: %s values are better",
                           terms_name(&terms_polarity, c->aside));
    return RATING_NONE;
  }
  if (!decided_early(c, &miss, met)) {
    g_string_append(words, "no target for this part of the year");
    return RATING_NONE;
  }
  add_goal(words, c, &miss);
  if (!met)
    return rate_missed(c, &miss, words);
  Amount limit;
  bool names_limit = (c->rule->method == METHOD_TOLERANCE && c->rule->tolerance.given && miss.goal.units != 0) ||
                     (c->rule->method == METHOD_FLOOR && c->rule->floor.given && c->polarity != POLARITY_PLAN);
  if (names_limit && c->polarity != POLARITY_PLAN)
    amber_limit(c, &miss, &limit, words);
  return RATING_GREEN;
}

int rating_compute(const RatingCase *c, GString *words)
{
  const char *why = NULL;
  if (!c->rule)
    why = "no rating rule";
  else if (c->rule->method == METHOD_MANUAL)
    why = "judged by the officer";
  else if (c->polarity == POLARITY_CONTEXT)
    why = "shown for context, not rated";
  else if (c->polarity == POLARITY_UNSTATED)
    why = "the plan does not say whether more or less is better";
  else if (c->value_text || c->target_text)
    return rate_words(c, words);
  else if (!has_goal(c))
    why = "no target";
  else if (!c->value.given)
    why = "no value";
  if (!why)
    return rate_numbers(c, words);
  g_string_append(words, why);
  return RATING_NONE;
}

bool rating_rule_is_green_within(const RatingRule *rule)
{
  return rule->method == METHOD_TOLERANCE && rule->tolerance.given && rule->green_within;
}

bool rating_rule_gives_amber(const RatingRule *rule)
{
  bool tolerant = rule->method == METHOD_TOLERANCE && rule->tolerance.given && !rule->green_within;
  bool floored = rule->method == METHOD_FLOOR && rule->floor.given;
  return tolerant || floored || rule->improving_amber || rule->plan_amber;
}
