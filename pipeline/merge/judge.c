/* Judging indicators by the framework's rules. */
#include "merge/judge.h"
#include "merge/compare.h"
#include "merge/entry.h"
#include "merge/readings.h"
#include "merge/series.h"
#include "merge/symbols.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/kind.h"
#include "model/project.h"
#include "model/rate.h"
#include "record/record-carry.h"

/* The target, if it says something of the value. Where one of the two is not of the council's year, the value must be
 * of the very period, or end in that of the target, and what adds up must be of twelve months, too. */
static const Reading *target_that_holds(const Inputs *inputs, const Indicator *indicator, const Measure *measure)
{
  const Reading *target = measure->target;
  Period period = measure->value->period;
  bool own = period_is_own(period, inputs->period.begins);
  if (!target || period_equal(target->period, period) || (own && period_is_own(target->period, inputs->period.begins)))
    return target;
  bool adds = unit_adds_up(indicator_unit(indicator, measure)) || kind_row(indicator->kind)->whole == WHOLE_SUM;
  bool within = !own && period_has_day(target->period, period_last_day(period));
  return within && (!adds || period.kind == PERIOD_YEAR) ? target : NULL;
}

/* The goal that counts now: the target of this part of the year, if the kind or the rule says so, or the year's.
 * *ret_sure_only: only what is certain before the year's end counts against it. */
static const Reading *goal_of(const Inputs *inputs, const Indicator *indicator, const Measure *measure,
                              const RatingRule *rule, bool *ret_sure_only)
{
  GoalOf by = kind_row(indicator->kind)->goal;
  bool part =
      measure->profile && (by == GOAL_PART || by == GOAL_BY_UNIT || (by != GOAL_YEAR && rule && rule->use_profile));
  Period period = measure->value->period;
  bool year = period.kind == PERIOD_YEAR || period.kind == PERIOD_SPAN;
  bool unknown = by == GOAL_BY_UNIT && unit_adds_up(indicator_unit(indicator, measure));
  const Reading *target = target_that_holds(inputs, indicator, measure);
  *ret_sure_only = false;
  if (target && period_equal(target->period, period))
    return target;
  *ret_sure_only = !part && by == GOAL_PART_OR_SURE && target && !period_ends_year(period);
  if ((by == GOAL_PART || unknown) && !year)
    return measure->profile;
  return part ? measure->profile : target;
}

static bool is_withheld(const Reading *reading)
{
  return reading && reading->state == STATE_SUPPRESSED;
}

/* A rating would tell on which side of the target a withheld figure lies. */
static bool rates_withheld(const Measure *measure, const Reading *goal, GString *words)
{
  if (!is_withheld(measure->value) && !is_withheld(goal))
    return false;
  g_string_append(words, is_withheld(measure->value) ? "the value is withheld" : "the target is withheld");
  return true;
}

/* The target that is shown is of another year, or of another length, than the value. */
static bool has_other_target(const Inputs *inputs, const Measure *measure, GString *words)
{
  bool own = measure->target && period_is_own(measure->value->period, inputs->period.begins) &&
             period_is_own(measure->target->period, inputs->period.begins);
  bool other = measure->target && judged_number(measure->value).given && !own;
  if (other)
    g_string_append(words, "the plan has no target for the period of the value");
  return other;
}

static bool is_same_figure(const Reading *a, const Reading *b)
{
  if (!b || a->number.given != b->number.given)
    return false;
  return a->number.given ? goal_same(a, b) : g_strcmp0(a->text, b->text) == 0;
}

/* "Over 500" is certainly met where 500 would be, and "under 500" likewise; of nothing else that is near a figure
 * anybody can tell. */
static int rate_nearness(const Indicator *indicator, const Measure *measure, const Reading *goal, GString *words)
{
  int near = flags_nearness(measure->value->flags);
  bool both = measure->value->number.given && goal && goal->number.given;
  int order = both ? amount_compare(measure->value->number.amount, goal->number.amount) : 0;
  bool met = both && ((near == FLAG_OVER && indicator->polarity == POLARITY_HIGHER && order >= 0) ||
                      (near == FLAG_UNDER && indicator->polarity == POLARITY_LOWER && order <= 0));
  g_string_append(words, met ? "the target is certainly met" : "the value is not exact");
  return met ? RATING_GREEN : RATING_NONE;
}

static bool is_by_figures(const RatingRule *rule)
{
  return rule && rule->method != METHOD_MANUAL && rule->method != METHOD_BINARY;
}

/* Between which values a year is planned to end says nothing of a part of what adds up, but of a running total that it
 * is exceeded already. */
static void aim_at_band(const Indicator *indicator, const Measure *measure, const Reading *goal, RatingCase *c)
{
  c->band_low = indicator->band_low;
  c->band_high = indicator->band_high;
  Period period = measure->value->period;
  if (!band_is_of_year(indicator, measure))
    return;
  bool runs = kind_row(indicator->kind)->runs_up != RUNS_NOT;
  if (runs && goal != measure->profile)
    c->sure_only |= !period_ends_year(period);
  else
    c->band_low.given = c->band_high.given = false;
}

static int rate_measure(const Inputs *inputs, Indicator *indicator, Measure *measure, GString *words)
{
  RatingCase c = { .rule = framework_rating_rule(inputs->framework, indicator->rule),
                   .polarity = indicator_polarity(indicator) };
  int unit = indicator_unit(indicator, measure);
  const Reading *goal = goal_of(inputs, indicator, measure, c.rule, &c.sure_only);
  bool part = goal && goal == measure->profile;
  if (part && (goal->state == STATE_NOT_READABLE || !is_same_figure(goal, measure->target)))
    measure->goal = reading_in_report(inputs->arena, goal, &report_goal_spec, indicator, measure);
  else if (measure->profile && goal != measure->profile && !is_same_figure(measure->profile, measure->target))
    measure->aside = reading_in_report(inputs->arena, measure->profile, &report_aside_spec, indicator, measure);
  if (rates_withheld(measure, goal, words))
    return RATING_NONE;
  if (flags_nearness(measure->value->flags) && is_by_figures(c.rule))
    return rate_nearness(indicator, measure, goal, words);
  if (goal && flags_nearness(goal->flags) && is_by_figures(c.rule)) {
    g_string_append(words, "the target is not exact");
    return RATING_NONE;
  }
  if (!goal && has_other_target(inputs, measure, words))
    return RATING_NONE;
  if (goal && goal->text && !goal->number.given && judged_number(measure->value).given) {
    g_string_append(words, "the target is in words, and only people can tell whether it is met");
    return RATING_NONE;
  }
  if (judged_grade_without_order(indicator, measure)) {
    g_string_append(words, "the plan gives no order of the grades");
    return RATING_NONE;
  }
  c.value = judged_value(measure->value, unit);
  c.value_text = judged_words(measure->value);
  c.limits = measure->value->lower.given ? measure->value : NULL;
  c.target_text = judged_words(goal);
  aim_at_band(indicator, measure, goal, &c);
  rating_aim(&c, goal);
  c.order = indicator->order;
  compare_movement(inputs, indicator, measure, &c.moved, &c.comparator);
  if (kind_row(indicator->kind)->move != MOVE_INCREMENTS)
    c.comparator_said = judged_number(measure->comparator);
  c.plan_in_hand = !prose_is_empty(indicator->corrective);
  int rating = rating_compute(&c, words);
  bool missed = !rating && rating_misses(&c);
  indicator->missed |= missed;
  measure->missed = missed && measure->stated;
  return rating;
}

/* Of two ratings the worse; what is not a rating gives way. */
static int worse(int a, int b)
{
  bool counts_a = a >= RATING_GREEN && a <= RATING_RED, counts_b = b >= RATING_GREEN && b <= RATING_RED;
  if (!counts_a || !counts_b)
    return counts_a ? a : counts_b ? b : RATING_NONE;
  return MAX(a, b);
}

static bool is_unreadable(const Reading *reading)
{
  return reading && reading->state == STATE_NOT_READABLE;
}

/* Parts say nothing of a whole that is declared and not there. */
static void judge_total(Indicator *report, GString *words)
{
  const Measure *whole = indicator_whole(report);
  if (whole->total_of->len == 0 || measure_has_figure(whole) || is_unreadable(whole->value))
    return;
  report->computed = RATING_NONE;
  report->computed_travel = TRAVEL_NONE;
  g_string_append_printf(words, "%s%s has no value", words->len > 0 ? "; " : "", measure_name(whole));
}

static void judge_measures(const Inputs *inputs, Indicator *report)
{
  g_autoptr(GString) all = g_string_new(NULL);
  for (guint i = 0; i < report->measures->len; i++) {
    Measure *measure = g_ptr_array_index(report->measures, i);
    g_autoptr(GString) words = g_string_new(NULL);
    measure->computed = rate_measure(inputs, report, measure, words);
    measure->computed_travel = compare_travel(inputs, report, measure);
    report->computed = worse(report->computed, measure->computed);
    if (words->len == 0)
      continue;
    if (measure->stated)
      measure->rule_words = arena_strdup(inputs->arena, words->str);
    if (report->measures->len > 1)
      g_string_append_printf(all, "%s%s: ", all->len > 0 ? "; " : "", measure_name(measure));
    g_string_append(all, words->str);
  }
  report->computed_travel = compare_travel_all(report);
  judge_total(report, all);
  report->rule_words = all->len > 0 ? arena_strdup(inputs->arena, all->str) : NULL;
}

/* Whether a figure of this year up to the period is withheld: the mean of the others is not that of the year. */
static bool mean_is_withheld(const Measure *measure)
{
  Period period = measure->value->period;
  bool withheld = false;
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    withheld |= is_withheld(point) && period_equal(period_year(point->period), period_year(period)) &&
                period_compare(point->period, period) <= 0;
  }
  return withheld;
}

static void project(const Inputs *inputs, const IndicatorProgress *said, Indicator *report)
{
  if (said && record_is_unread(&said->record, "projection"))
    return;
  bool time = indicator_unit(report, NULL) == UNIT_MINUTES_SECONDS;
  if (said && said->projection.given && said->projection.timed != time) {
    record_mark_unread(&report->record, spec_field(report->record.spec, "projection"));
    return;
  }
  if (said && said->projection.given) {
    report->projection = said->projection;
    bool unread = record_is_unread(&said->record, "projection-method");
    report->projection_method = said->projection_method;
    report->projection_by = said->projection_method || !unread ? PROJECTED_BY_SERVICE : PROJECTED_NOT;
    return;
  }
  const Measure *only = g_ptr_array_index(report->measures, 0);
  if (record_is_unread(&report->record, "kind") && judged_number(only->value).given &&
      !period_ends_year(only->value->period))
    record_mark_unread(&report->record, spec_field(report->record.spec, "projection"));
  bool other_day = kind_adds_up(report->kind) && reading_is_of_other_day(only->value) && !only->profile;
  if (other_day || report->measures->len > 1 ||
      (kind_row(report->kind)->project == PROJECT_MEAN && mean_is_withheld(only)))
    return;
  ProjectionCase c = { .kind = report->kind,
                       .period = only->value->period,
                       .points = only->points,
                       .value = judged_number(only->value),
                       .profile = judged_number(only->profile),
                       .target = judged_number(only->target) };
  ProjectedBy by;
  int n;
  if (!period_equal(period_year(c.period), period_year(inputs->period)) ||
      !projection_compute(&c, &report->projection, &by, &n))
    return;
  report->projection_by = by;
  report->projection_of = n;
}

static void take_words(const IndicatorProgress *said, Indicator *report)
{
  report->expected = said->expected;
  report->reason = said->reason;
  report->commentary = said->commentary;
  report->corrective = said->corrective;
  report->activities = said->activities;
  report->data_note = said->data_note;
  record_carry_unread(&said->record, &report->record);
}

/* Whether what an indicator is judged by was given, but cannot be read: another rule would give another symbol. */
static bool is_rule_unreadable(const Inputs *inputs, const Indicator *report)
{
  const RatingRule *rule = framework_rating_rule(inputs->framework, report->rule);
  return record_is_unread(&report->record, "rule") || record_is_unread(&report->record, "polarity") ||
         record_is_unread(&report->record, "kind") || record_is_unread(&report->record, "order") ||
         (rule ? rule->record.unread != 0 : framework_rule_is_unread(inputs->framework, report->rule));
}

static bool is_travel_rule_unreadable(const Inputs *inputs, const Indicator *report)
{
  return record_is_unread(&report->record, "polarity") || record_is_unread(&report->record, "kind") ||
         record_is_unread(&report->record, "order") || framework_travel_is_unread(inputs->framework);
}

/* Whether there is something that a rule, could it be read, would judge. */
static bool is_to_judge(const Indicator *report, const Measure *measure)
{
  int polarity = goal_polarity(measure->target, indicator_polarity(report));
  bool for_context = polarity == POLARITY_CONTEXT || polarity == POLARITY_UNSTATED;
  if (for_context && !record_is_unread(&report->record, "polarity"))
    return false;
  return report->supplied && reading_has_figure(measure->value);
}

/* Whether one end of what is planned cannot be read: the target is not what stands there. */
static bool is_band_unreadable(const Indicator *report, const Measure *measure)
{
  bool by_band = goal_polarity(measure->target, indicator_polarity(report)) == POLARITY_PLAN &&
                 !(measure->target && measure->target->to.given);
  return by_band && (record_is_unread(&report->record, "band-low") || record_is_unread(&report->record, "band-high"));
}

/* Whether red might be amber: by what was to be better than before, or by a plan in hand, that cannot be read. */
static bool is_mitigation_unreadable(const Inputs *inputs, const Indicator *report, const Measure *measure)
{
  const RatingRule *rule = framework_rating_rule(inputs->framework, report->rule);
  if (!rule || measure->computed != RATING_RED)
    return false;
  return (rule->improving_amber && is_unreadable(measure->comparator)) ||
         (rule->plan_amber && record_is_unread(&report->record, "corrective"));
}

/* What was computed by what nobody can read counts for nothing. */
static void hide_measure(Indicator *report, Measure *measure, bool rating, bool travel)
{
  bool lost = is_to_judge(report, measure);
  if (rating)
    measure->computed = lost ? RATING_NOT_READABLE : RATING_NONE;
  if (rating && lost)
    report->computed = RATING_NOT_READABLE;
  if (travel && lost)
    report->computed_travel = measure->computed_travel = TRAVEL_NOT_READABLE;
}

static void hide_computed(const Inputs *inputs, Indicator *report)
{
  bool rating = is_rule_unreadable(inputs, report), travel = is_travel_rule_unreadable(inputs, report);
  if (rating) {
    report->computed = RATING_NONE;
    report->rule_words = NULL;
  }
  for (guint i = 0; i < report->measures->len; i++) {
    Measure *measure = g_ptr_array_index(report->measures, i);
    bool band = is_band_unreadable(report, measure);
    bool doubted = band || is_mitigation_unreadable(inputs, report, measure);
    if (doubted)
      report->rule_words = measure->rule_words = NULL;
    hide_measure(report, measure, rating || doubted, travel || band);
  }
}

void judge_indicator(const Inputs *inputs, const IndicatorProgress *said, Indicator *report)
{
  report->supplied = said != NULL;
  if (said) {
    take_words(said, report);
    entry_take_notes(&said->record, &report->record);
  }
  judge_measures(inputs, report);
  hide_computed(inputs, report);
  project(inputs, said, report);
  symbols_show(inputs, said, report);
  symbols_hide(inputs, report);
}
