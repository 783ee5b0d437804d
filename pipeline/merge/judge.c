/* Judging indicators by the framework's rules. */
#include "merge/judge.h"
#include "merge/readings.h"
#include "merge/series.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/kind.h"
#include "model/project.h"
#include "model/rate.h"
#include "model/travel.h"
#include "record/record-carry.h"

OptAmount judge_value(const Reading *reading, int unit)
{
  OptAmount value = { .given = false };
  if (!reading)
    return value;
  value = reading->number;
  Amount exact;
  bool parts = value.given && reading->numerator.given && reading->denominator.given;
  if (parts && figure_ratio(reading->numerator.amount, reading->denominator.amount, unit, &exact) &&
      amount_compare(amount_round(exact, value.amount.scale), value.amount) == 0)
    value.amount = exact;
  return value;
}

static OptAmount number_of(const Reading *reading)
{
  return reading ? reading->number : (OptAmount){ .given = false };
}

/* The words of a reading that has no number, if they can be judged: of yes and no only these, of numbers none. */
static const char *words_of(const Reading *reading)
{
  if (!reading || reading->number.given || !reading->text)
    return NULL;
  if (reading->unit == UNIT_YES_NO)
    return answer_is_yes_or_no(reading->text) ? reading->text : NULL;
  return reading->unit == UNIT_TEXT || reading->unit == UNIT_NONE ? reading->text : NULL;
}

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
  bool other = measure->target && number_of(measure->value).given && !own;
  if (other)
    g_string_append(words, "the plan has no target for the period of the value");
  return other;
}

static bool is_by_last_period(const Inputs *inputs)
{
  const TravelRule *travel = inputs->framework->travel;
  return travel && travel->comparator == COMPARE_LAST_PERIOD;
}

/* How far a running total had come before the period: at the start of its year to nothing. */
static OptAmount total_before(const Indicator *indicator, const Measure *measure, Period period)
{
  const OptAmount nothing = { amount_from_int(0), true };
  Period before = period_back(period, 0, 1);
  if (kind_row(indicator->kind)->runs_up == RUNS_IN_YEAR && !period_equal(period_year(before), period_year(period)))
    return nothing;
  return judge_value(reading_at(measure->points, before), indicator_unit(indicator, measure));
}

static OptAmount difference(OptAmount a, OptAmount b)
{
  OptAmount result = { .given = a.given && b.given };
  if (result.given)
    result.given = amount_subtract(a.amount, b.amount, &result.amount);
  return result;
}

/* What is compared: the figures; of running totals, from one period to the next, what each period added. */
static void movement_of(const Inputs *inputs, const Indicator *indicator, const Measure *measure, OptAmount *ret_now,
                        OptAmount *ret_before)
{
  int unit = indicator_unit(indicator, measure);
  *ret_now = judge_value(measure->value, unit);
  *ret_before = judge_value(measure->comparator, unit);
  bool same_day = measure->comparator && date_given(measure->value->as_at) &&
                  date_compare(measure->value->as_at, measure->comparator->as_at) == 0;
  bool other_day = kind_adds_up(indicator->kind) && reading_is_of_other_day(measure->value);
  if (same_day || other_day) /* two reports of one figure; a count up to another day */
    ret_before->given = false;
  bool whole = measure->value->period.kind == PERIOD_YEAR || measure->value->period.kind == PERIOD_SPAN;
  if (kind_row(indicator->kind)->move != MOVE_INCREMENTS || !is_by_last_period(inputs) || whole)
    return;
  Period period = measure->value->period, before = period_back(period, 0, 1);
  bool new_year = !period_equal(period_year(before), period_year(period));
  *ret_now = difference(*ret_now, total_before(indicator, measure, period));
  *ret_before = difference(*ret_before, total_before(indicator, measure, before));
  if (new_year && kind_row(indicator->kind)->runs_up == RUNS_IN_YEAR)
    ret_before->given = false;
}

static bool is_same_figure(const Reading *a, const Reading *b)
{
  if (!b || a->number.given != b->number.given)
    return false;
  return a->number.given ? goal_same(a, b) : g_strcmp0(a->text, b->text) == 0;
}

/* Words of which nobody knows which is better. */
static bool is_grade_without_order(const Indicator *indicator, const Measure *measure)
{
  return indicator->kind == KIND_GRADE && !indicator->order && words_of(measure->value);
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

static int rate_measure(const Inputs *inputs, Indicator *indicator, Measure *measure, GString *words)
{
  RatingCase c = { .rule = framework_rating_rule(inputs->framework, indicator->rule), .polarity = indicator->polarity };
  int unit = indicator_unit(indicator, measure);
  const Reading *goal = goal_of(inputs, indicator, measure, c.rule, &c.sure_only);
  if (goal && goal == measure->profile && !is_same_figure(goal, measure->target))
    measure->goal = reading_in_report(inputs->arena, goal, &report_goal_spec, indicator, measure);
  if (rates_withheld(measure, goal, words))
    return RATING_NONE;
  if (flags_nearness(measure->value->flags) && is_by_figures(c.rule))
    return rate_nearness(indicator, measure, goal, words);
  if (!goal && has_other_target(inputs, measure, words))
    return RATING_NONE;
  if (is_grade_without_order(indicator, measure)) {
    g_string_append(words, "the plan gives no order of the grades");
    return RATING_NONE;
  }
  c.value = judge_value(measure->value, unit);
  c.value_text = words_of(measure->value);
  c.limits = measure->value->lower.given ? measure->value : NULL;
  c.target_text = words_of(goal);
  c.band_low = indicator->band_low;
  c.band_high = indicator->band_high;
  rating_aim(&c, goal);
  c.order = indicator->order;
  movement_of(inputs, indicator, measure, &c.moved, &c.comparator);
  if (kind_row(indicator->kind)->move != MOVE_INCREMENTS)
    c.comparator_said = number_of(measure->comparator);
  c.plan_in_hand = !prose_is_empty(indicator->corrective);
  int rating = rating_compute(&c, words);
  bool missed = !rating && rating_misses(&c);
  indicator->missed |= missed;
  measure->missed = missed && measure->stated;
  return rating;
}

static bool has_rules(const Framework *framework)
{
  return framework->rating_rules->len > 0;
}

/* One of the two lies within the confidence limits of the other. */
static bool is_unclear(const Reading *value, const Reading *before)
{
  return before && value->number.given && before->number.given &&
         (reading_may_be(value, before->number.amount) || reading_may_be(before, value->number.amount));
}

/* Where there is no figure nobody compares. A framework without any rule, of rating or of travel, leaves all symbols to
 * the officers. */
static int travel_of(const Inputs *inputs, const Indicator *indicator, const Measure *measure)
{
  if (is_grade_without_order(indicator, measure))
    return TRAVEL_NOT_COMPARABLE;
  if (flags_nearness(measure->value->flags) || (measure->comparator && flags_nearness(measure->comparator->flags)))
    return TRAVEL_NONE; /* what is only near a figure is not compared with it */
  bool told = measure->value->number.given || measure->value->text || measure->value->state == STATE_NOT_READABLE;
  if (!told || (!has_rules(inputs->framework) && !inputs->framework->travel))
    return TRAVEL_NONE;
  const Reading *target = measure->target;
  if (goal_contradicts(target, indicator->polarity))
    return TRAVEL_NOT_COMPARABLE;
  bool ranged = target && target->to.given;
  TravelCase c = {
    .polarity = goal_polarity(target, indicator->polarity),
    .value_text = words_of(measure->value),
    .comparator_text = words_of(measure->comparator),
    .target = number_of(target),
    .target_text = words_of(target),
    .band_low = ranged ? target->number : indicator->band_low,
    .band_high = ranged ? target->to : indicator->band_high,
    .order = indicator->order,
  };
  movement_of(inputs, indicator, measure, &c.value, &c.comparator);
  if (reading_limits_fault(measure->value))
    return TRAVEL_NOT_COMPARABLE;
  if (is_unclear(measure->value, measure->comparator) &&
      !(kind_row(indicator->kind)->move == MOVE_INCREMENTS && is_by_last_period(inputs)))
    return TRAVEL_NO_CLEAR_CHANGE;
  if (inputs->framework->travel)
    c.least_change = inputs->framework->travel->least_change;
  return travel_compute(&c);
}

/* Of two ratings the worse; what is not a rating gives way. */
static int worse(int a, int b)
{
  bool counts_a = a >= RATING_GREEN && a <= RATING_RED, counts_b = b >= RATING_GREEN && b <= RATING_RED;
  if (!counts_a || !counts_b)
    return counts_a ? a : counts_b ? b : RATING_NONE;
  return MAX(a, b);
}

/* Measures that go the same way, or stay, agree; better here and worse there cannot be called either. */
static int agree(int a, int b)
{
  if (a == TRAVEL_NONE || a == TRAVEL_NOT_COMPARABLE || a == b)
    return b;
  if (b == TRAVEL_NOT_COMPARABLE)
    return a;
  if (a == TRAVEL_NO_CLEAR_CHANGE || b == TRAVEL_NO_CLEAR_CHANGE)
    return TRAVEL_NO_CLEAR_CHANGE;
  if (a == TRAVEL_SAME || b == TRAVEL_SAME)
    return a == TRAVEL_SAME ? b : a;
  return TRAVEL_NOT_COMPARABLE;
}

/* Conflict once found stays: better, worse and better again is no trend. */
static int travel_all(const Indicator *report)
{
  bool better = false, worse_too = false;
  int all = TRAVEL_NONE;
  for (guint i = 0; i < report->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(report->measures, i);
    better |= measure->computed_travel == TRAVEL_BETTER;
    worse_too |= measure->computed_travel == TRAVEL_WORSE;
    all = agree(all, measure->computed_travel);
  }
  return better && worse_too ? TRAVEL_NOT_COMPARABLE : all;
}

static bool is_unreadable(const Reading *reading)
{
  return reading && reading->state == STATE_NOT_READABLE;
}

static const Measure *first_measure(const Indicator *report)
{
  return g_ptr_array_index(report->measures, 0);
}

static bool has_figure(const Measure *measure)
{
  return measure->value->number.given || measure->value->text;
}

/* The measure that is the whole: the total of others, else the first. */
static const Measure *whole_measure(const Indicator *report)
{
  for (guint i = 0; i < report->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(report->measures, i);
    if (measure->total_of->len > 0)
      return measure;
  }
  return first_measure(report);
}

/* Parts say nothing of a whole that is declared and not there. */
static void judge_total(Indicator *report, GString *words)
{
  const Measure *whole = whole_measure(report);
  if (whole->total_of->len == 0 || has_figure(whole) || is_unreadable(whole->value))
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
    measure->computed_travel = travel_of(inputs, report, measure);
    report->computed = worse(report->computed, measure->computed);
    if (words->len == 0)
      continue;
    if (measure->stated)
      measure->rule_words = arena_strdup(inputs->arena, words->str);
    if (report->measures->len > 1)
      g_string_append_printf(all, "%s%s: ", all->len > 0 ? "; " : "", measure_name(measure));
    g_string_append(all, words->str);
  }
  report->computed_travel = travel_all(report);
  judge_total(report, all);
  report->rule_words = all->len > 0 ? arena_strdup(inputs->arena, all->str) : NULL;
}

/* What stands for a rating of the measure when neither the officer nor the rule gives one. */
static int unrated(const Inputs *inputs, const Indicator *report, const Measure *measure)
{
  if (report->placeholder)
    return RATING_NOT_APPLICABLE;
  if (!report->supplied)
    return indicator_is_due(report, inputs->period) && !indicator_is_told_otherwise(report, inputs->period)
               ? RATING_NOT_SUPPLIED
               : RATING_NOT_DUE;
  switch ((State)measure->value->state) {
  case STATE_NOT_AVAILABLE:
  case STATE_TO_BE_CONFIRMED:
  case STATE_SEE_COMMENT:
    return RATING_NOT_AVAILABLE;
  case STATE_ANNUAL:
  case STATE_NOT_DUE:
    return RATING_NOT_DUE;
  case STATE_NOT_SUPPLIED:
    return RATING_NOT_SUPPLIED;
  case STATE_NOT_READABLE:
    return RATING_NOT_READABLE;
  case STATE_NOT_APPLICABLE:
    return RATING_NOT_APPLICABLE;
  case STATE_NONE:
    if (report->polarity == POLARITY_CONTEXT) /* the plan says that it is shown for context */
      return RATING_NOT_APPLICABLE;
    return has_rules(inputs->framework) ? RATING_NOT_RATED : RATING_NOT_SUPPLIED;
  case STATE_NEW_MEASURE:
  case STATE_SUPPRESSED:
    break;
  }
  return RATING_NOT_RATED;
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
  if (said && said->projection.given) {
    report->projection = said->projection;
    report->projection_method =
        said->projection_method ? said->projection_method : arena_strdup(inputs->arena, "the service's own");
    return;
  }
  const Measure *only = first_measure(report);
  if (record_is_unread(&report->record, "kind") && number_of(only->value).given &&
      !period_ends_year(only->value->period))
    record_mark_unread(&report->record, spec_field(report->record.spec, "projection"));
  bool other_day = kind_adds_up(report->kind) && reading_is_of_other_day(only->value) && !only->profile;
  if (other_day || report->measures->len > 1 ||
      (kind_row(report->kind)->project == PROJECT_MEAN && mean_is_withheld(only)))
    return;
  ProjectionCase c = { .kind = report->kind,
                       .decimals = indicator_decimals(report, only),
                       .period = only->value->period,
                       .points = only->points,
                       .value = number_of(only->value),
                       .profile = number_of(only->profile),
                       .target = number_of(only->target) };
  g_autofree char *method = NULL;
  if (period_equal(period_year(c.period), period_year(inputs->period)) &&
      projection_compute(&c, &report->projection, &method))
    report->projection_method = arena_strdup(inputs->arena, method);
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

static void hide_rating(Measure *measure)
{
  measure->rating = RATING_NOT_READABLE;
  measure->rating_by_rule = false;
  if (measure->stated)
    measure->stated = RATING_NOT_READABLE;
}

static void hide_travel(Measure *measure)
{
  measure->travel = TRAVEL_NOT_READABLE;
  measure->travel_by_rule = false;
}

/* No symbol stands beside a figure that cannot be read: whose word it was cannot be told any more. With which one it is
 * compared is another thing: an officer knew it without the rule. */
static void hide_symbols(const Inputs *inputs, Indicator *report)
{
  bool now = false, aim = false, before = false, by_rule = !framework_travel_is_unread(inputs->framework);
  for (guint i = 0; i < report->measures->len; i++) {
    Measure *measure = g_ptr_array_index(report->measures, i);
    bool own_aim = is_unreadable(measure->target) || is_unreadable(measure->profile);
    bool own = is_unreadable(measure->value) || own_aim;
    bool own_before = is_unreadable(measure->actual) || (by_rule && is_unreadable(measure->comparator));
    if (own)
      hide_rating(measure);
    if ((own || own_before) && report->supplied)
      hide_travel(measure);
    now |= is_unreadable(measure->value);
    aim |= own_aim;
    before |= own_before;
  }
  bool by_target = rating_is_symbol(report->rating) || report->rating == RATING_NOT_RATED;
  if (now || (aim && by_target))
    report->rating = RATING_NOT_READABLE;
  if (((now || before) && report->travel != TRAVEL_NONE) || (aim && travel_is_symbol(report->travel)))
    report->travel = TRAVEL_NOT_READABLE;
  report->rating_by_rule &= report->rating != RATING_NOT_READABLE;
  report->travel_by_rule &= report->travel != TRAVEL_NOT_READABLE;
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
  int polarity = goal_polarity(measure->target, report->polarity);
  bool for_context = polarity == POLARITY_CONTEXT || polarity == POLARITY_UNSTATED;
  if (for_context && !record_is_unread(&report->record, "polarity"))
    return false;
  return report->supplied && (measure->value->number.given || measure->value->text);
}

/* What was computed by a rule that nobody can read counts for nothing. */
static void hide_computed(const Inputs *inputs, Indicator *report)
{
  bool rating = is_rule_unreadable(inputs, report), travel = is_travel_rule_unreadable(inputs, report);
  if (rating) {
    report->computed = RATING_NONE;
    report->rule_words = NULL;
  }
  for (guint i = 0; (rating || travel) && i < report->measures->len; i++) {
    Measure *measure = g_ptr_array_index(report->measures, i);
    bool lost = is_to_judge(report, measure);
    if (rating)
      measure->computed = lost ? RATING_NOT_READABLE : RATING_NONE;
    if (rating && lost)
      report->computed = RATING_NOT_READABLE;
    if (travel && lost)
      report->computed_travel = measure->computed_travel = TRAVEL_NOT_READABLE;
  }
}

/* ---- what is shown ---------------------------------------------------------------------------------------------- */

/* Whether what the rule computes may stand where nobody stated a symbol; where that cannot be read it may. */
static bool rating_may_stand(const Inputs *inputs, const Indicator *report)
{
  const RatingRule *rule = framework_rating_rule(inputs->framework, report->rule);
  if (!rule || record_is_unread(&report->record, "rule"))
    return rule != NULL || framework_rule_is_unread(inputs->framework, report->rule);
  return rule->stand_in || record_is_unread(&rule->record, "stand-in");
}

static bool travel_may_stand(const Inputs *inputs)
{
  const TravelRule *rule = inputs->framework->travel;
  return rule ? rule->stand_in || record_is_unread(&rule->record, "stand-in")
              : record_is_unread(&inputs->framework->record, "travel-rule");
}

/* What was stated for the only measure was stated for the indicator, unless that says another thing. */
static void take_stated(const IndicatorProgress *said, Indicator *report, int *ret_stated)
{
  Measure *only = g_ptr_array_index(report->measures, 0);
  *ret_stated = said ? said->rating : RATING_NONE;
  bool one = report->measures->len == 1 && only->stated;
  if (one && !*ret_stated)
    *ret_stated = only->stated;
  if (one && *ret_stated == only->stated)
    only->stated = RATING_NONE;
}

/* When all measures were stated, and the same, that is the indicator's. */
static int stated_by_all(const Indicator *report)
{
  int all = first_measure(report)->stated;
  for (guint i = 1; i < report->measures->len; i++)
    if (((const Measure *)g_ptr_array_index(report->measures, i))->stated != all)
      return RATING_NONE;
  return all;
}

/* Of the total, if there is one; else of the first measure that has a figure, or of the first. */
static int unrated_whole(const Inputs *inputs, const Indicator *report)
{
  const Measure *whole = whole_measure(report);
  for (guint i = 0; whole->total_of->len == 0 && !has_figure(whole) && i < report->measures->len; i++)
    if (has_figure(g_ptr_array_index(report->measures, i)))
      whole = g_ptr_array_index(report->measures, i);
  return unrated(inputs, report, whole);
}

static void show_measure(const Inputs *inputs, const Indicator *report, bool stated, bool rules, bool moves,
                         Measure *measure)
{
  bool one = report->measures->len == 1 && !measure->stated;
  measure->rating_by_rule = one ? report->rating_by_rule : !measure->stated && rules && measure->computed;
  measure->rating = one                       ? report->rating
                    : measure->stated         ? measure->stated
                    : measure->rating_by_rule ? measure->computed
                    : stated                  ? RATING_NONE /* that of the indicator is said for all */
                                              : unrated(inputs, report, measure);
  measure->travel = one ? report->travel : moves ? measure->computed_travel : TRAVEL_NONE;
  measure->travel_by_rule = one ? report->travel_by_rule : measure->travel != TRAVEL_NONE;
  measure->rating_by_rule &= measure->rating != RATING_NOT_READABLE;
  measure->travel_by_rule &= measure->travel != TRAVEL_NOT_READABLE;
}

/* Stated symbols and directions; where there are none those by the rules, if they may stand in. */
static void show(const Inputs *inputs, const IndicatorProgress *said, Indicator *report)
{
  bool rules = rating_may_stand(inputs, report), moves = travel_may_stand(inputs);
  int stated;
  take_stated(said, report, &stated);
  if (!stated)
    stated = stated_by_all(report);
  report->rating_by_rule = !stated && rules && report->computed;
  report->rating = stated ? stated : report->rating_by_rule ? report->computed : unrated_whole(inputs, report);
  bool moved = said && said->travel != TRAVEL_NONE;
  report->travel = moved ? said->travel : said && moves ? report->computed_travel : TRAVEL_NONE;
  report->travel_by_rule = !moved && report->travel != TRAVEL_NONE;
  for (guint i = 0; i < report->measures->len; i++)
    show_measure(inputs, report, stated != RATING_NONE, rules, moves && said, g_ptr_array_index(report->measures, i));
}

void judge_indicator(const Inputs *inputs, const IndicatorProgress *said, Indicator *report)
{
  report->supplied = said != NULL;
  if (said)
    take_words(said, report);
  judge_measures(inputs, report);
  hide_computed(inputs, report);
  project(inputs, said, report);
  show(inputs, said, report);
  hide_symbols(inputs, report);
}
