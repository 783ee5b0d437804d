/* What a figure is compared with, and which way it went: by figures, by what each period added, by a declared order. */
#include "merge/compare.h"
#include "model/figures.h"
#include "model/goal.h"
#include "model/kind.h"
#include "model/travel.h"

OptAmount judged_value(const Reading *reading, int unit)
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

OptAmount judged_number(const Reading *reading)
{
  return reading ? reading->number : (OptAmount){ .given = false };
}

const char *judged_words(const Reading *reading)
{
  if (!reading || reading->number.given || !reading->text)
    return NULL;
  if (reading->unit == UNIT_YES_NO)
    return answer_is_yes_or_no(reading->text) ? reading->text : NULL;
  return reading->unit == UNIT_TEXT || reading->unit == UNIT_NONE ? reading->text : NULL;
}

bool judged_grade_without_order(const Indicator *indicator, const Measure *measure)
{
  return indicator->kind == KIND_GRADE && !indicator->order && judged_words(measure->value);
}

bool band_is_of_year(const Indicator *indicator, const Measure *measure)
{
  Period period = measure->value->period;
  bool unknown = kind_row(indicator->kind)->whole == WHOLE_UNKNOWN && unit_adds_up(indicator_unit(indicator, measure));
  return (kind_adds_up(indicator->kind) || unknown) && period.kind != PERIOD_YEAR && period.kind != PERIOD_SPAN;
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
  return judged_value(reading_at(measure->points, before), indicator_unit(indicator, measure));
}

static OptAmount difference(OptAmount a, OptAmount b)
{
  OptAmount result = { .given = a.given && b.given };
  if (result.given)
    result.given = amount_subtract(a.amount, b.amount, &result.amount);
  return result;
}

void compare_movement(const Inputs *inputs, const Indicator *indicator, const Measure *measure, OptAmount *ret_now,
                      OptAmount *ret_before)
{
  int unit = indicator_unit(indicator, measure);
  *ret_now = judged_value(measure->value, unit);
  *ret_before = judged_value(measure->comparator, unit);
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

/* One of the two lies within the confidence limits of the other. */
static bool is_unclear(const Reading *value, const Reading *before)
{
  return before && value->number.given && before->number.given &&
         (reading_may_be(value, before->number.amount) || reading_may_be(before, value->number.amount));
}

/* Towards a range and by the stated polarity, where both agree, or both figures lie within the range; else nobody can
 * tell whether coming nearer from the better side is better. */
static int by_range(TravelCase c, int polarity)
{
  int nearer = travel_compute(&c);
  if (polarity != POLARITY_HIGHER && polarity != POLARITY_LOWER)
    return nearer;
  c.polarity = polarity;
  int sided = travel_compute(&c);
  return nearer == sided || nearer == TRAVEL_SAME ? sided : TRAVEL_NOT_COMPARABLE;
}

int compare_travel(const Inputs *inputs, const Indicator *indicator, const Measure *measure)
{
  if (judged_grade_without_order(indicator, measure))
    return TRAVEL_NOT_COMPARABLE;
  if (flags_nearness(measure->value->flags) || (measure->comparator && flags_nearness(measure->comparator->flags)))
    return TRAVEL_NONE; /* what is only near a figure is not compared with it */
  bool told = reading_has_figure(measure->value) || measure->value->state == STATE_NOT_READABLE;
  if (!told || (!framework_rates(inputs->framework) && !inputs->framework->travel))
    return TRAVEL_NONE;
  const Reading *target = measure->target;
  bool ranged = target && target->to.given;
  if (!ranged && goal_contradicts(target, indicator_polarity(indicator)))
    return TRAVEL_NOT_COMPARABLE;
  TravelCase c = {
    .polarity = goal_polarity(target, indicator_polarity(indicator)),
    .value_text = judged_words(measure->value),
    .comparator_text = judged_words(measure->comparator),
    .target = judged_number(target),
    .target_text = judged_words(target),
    .band_low = ranged ? target->number : indicator->band_low,
    .band_high = ranged ? target->to : indicator->band_high,
    .order = indicator->order,
  };
  if (c.polarity == POLARITY_PLAN && band_is_of_year(indicator, measure) && !period_ends_year(measure->value->period))
    return TRAVEL_NOT_COMPARABLE;
  compare_movement(inputs, indicator, measure, &c.value, &c.comparator);
  if (reading_limits_fault(measure->value))
    return TRAVEL_NOT_COMPARABLE;
  if (is_unclear(measure->value, measure->comparator) &&
      !(kind_row(indicator->kind)->move == MOVE_INCREMENTS && is_by_last_period(inputs)))
    return TRAVEL_NO_CLEAR_CHANGE;
  if (inputs->framework->travel)
    c.least_change = inputs->framework->travel->least_change;
  return ranged ? by_range(c, indicator_polarity(indicator)) : travel_compute(&c);
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

int compare_travel_all(const Indicator *report)
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
