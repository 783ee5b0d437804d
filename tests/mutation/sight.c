/* Contradictions worked out from the sample's data. */
#include "sight.h"
#include "figures.h"
#include "number.h"
#include <math.h>
#include <string.h>

const IndicatorProgress *sight_said(const Sample *sample, const Indicator *planned)
{
  const GPtrArray *list = sample->inputs.current->indicators;
  for (guint i = 0; i < list->len; i++) {
    const IndicatorProgress *said = g_ptr_array_index(list, i);
    if (g_strcmp0(said->indicator, planned->ref) == 0)
      return said;
  }
  return NULL;
}

int sight_unit(const Indicator *planned, const Reading *reading)
{
  for (guint i = 0; reading->measure && i < planned->measures->len; i++) {
    const Measure *measure = g_ptr_array_index(planned->measures, i);
    if (g_strcmp0(measure->ref, reading->measure) == 0)
      return indicator_unit(planned, measure);
  }
  return indicator_unit(planned, NULL);
}

static bool had_code(const Indicator *planned, const char *code)
{
  for (guint i = 0; i < planned->previously->len; i++)
    if (g_strcmp0(g_ptr_array_index(planned->previously, i), code) == 0)
      return true;
  return false;
}

/* An earlier document's code means the indicator that had it before, else the one that has it now. */
bool sight_is_of(const Sample *sample, const Indicator *planned, const char *code)
{
  const GPtrArray *list = sample->inputs.plan->indicators;
  bool taken = false;
  for (guint i = 0; i < list->len; i++)
    taken |= had_code(g_ptr_array_index(list, i), code);
  return had_code(planned, code) || (!taken && g_strcmp0(planned->ref, code) == 0);
}

static bool find_in(const GPtrArray *readings, const char *measure, Period own, Period period, double *ret_number)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    Period at = period_given(reading->period) ? reading->period : own;
    if (!reading->number.given || g_strcmp0(reading->measure, measure) != 0 || !period_equal(at, period))
      continue;
    *ret_number = amount_to_double(reading->number.amount);
    return true;
  }
  return false;
}

bool sight_figure(const Sample *sample, const Indicator *planned, const char *measure, Period period,
                  double *ret_number)
{
  const Inputs *inputs = &sample->inputs;
  const IndicatorProgress *said = sight_said(sample, planned);
  if (said && find_in(said->values, measure, inputs->period, period, ret_number))
    return true;
  for (guint i = inputs->previous->len; i > 0; i--) {
    const Return *before = g_ptr_array_index(inputs->previous, i - 1);
    for (guint j = 0; j < before->indicators->len; j++) {
      const IndicatorProgress *item = g_ptr_array_index(before->indicators, j);
      if (sight_is_of(sample, planned, item->indicator) &&
          find_in(item->values, measure, before->period, period, ret_number))
        return true;
    }
  }
  bool outturn = period.kind == PERIOD_YEAR || (period.kind == PERIOD_QUARTER && period.part == 4);
  return outturn && find_in(planned->actuals, measure, period, period_year(period), ret_number);
}

static const RatingRule *rule_of(const Sample *sample, const Indicator *planned)
{
  return framework_rating_rule(sample->inputs.framework, planned->rule);
}

bool sight_goal(const Sample *sample, const Indicator *planned, const char *measure, double *ret_number)
{
  const RatingRule *rule = rule_of(sample, planned);
  Period period = sample->inputs.period;
  bool by_profile = rule && rule->use_profile && planned->kind == KIND_CUMULATIVE;
  return (by_profile && find_in(planned->targets, measure, period, period, ret_number)) ||
         find_in(planned->targets, measure, period, period_year(period), ret_number);
}

static bool has_profile(const Sample *sample, const Indicator *planned, const RatingRule *rule)
{
  bool has = false;
  for (guint i = 0; i < planned->targets->len; i++)
    has |= period_equal(((const Reading *)g_ptr_array_index(planned->targets, i))->period, sample->inputs.period);
  return has && rule->use_profile && planned->kind == KIND_CUMULATIVE;
}

/* A cumulative value held against the year's target before the year is over. */
static bool is_part_of_year(const Sample *sample, const Indicator *planned, const RatingRule *rule)
{
  return planned->kind == KIND_CUMULATIVE && sample->inputs.period.part != 4 && !has_profile(sample, planned, rule);
}

int sight_rating(const Sample *sample, const Indicator *planned, double value, double goal, bool goal_given)
{
  const RatingRule *rule = rule_of(sample, planned);
  if (planned->polarity == POLARITY_PLAN && planned->band_low.given && planned->band_high.given)
    return value >= amount_to_double(planned->band_low.amount) && value <= amount_to_double(planned->band_high.amount)
               ? RATING_GREEN
               : RATING_RED;
  if (!rule || !goal_given || (planned->polarity != POLARITY_HIGHER && planned->polarity != POLARITY_LOWER))
    return RATING_NONE;
  double short_by = planned->polarity == POLARITY_HIGHER ? goal - value : value - goal;
  bool decided = planned->polarity == POLARITY_HIGHER ? short_by <= 1e-9 : short_by > 1e-9;
  if (is_part_of_year(sample, planned, rule) && !decided)
    return RATING_NONE;
  double tolerance = rule->tolerance.given ? amount_to_double(rule->tolerance.amount) : 0;
  if (short_by <= 1e-9)
    return RATING_GREEN;
  if (rule->method == METHOD_TARGET)
    return RATING_RED;
  if (rule->method != METHOD_TOLERANCE)
    return RATING_NONE;
  double play = rule->tolerance_of == OF_POINTS ? tolerance : fabs(goal) * tolerance / 100;
  return short_by <= play + 1e-9 ? RATING_AMBER : RATING_RED;
}

static void take(int rating, int *best, int *worst)
{
  if (rating == RATING_NONE)
    return;
  *best = *best == RATING_NONE ? rating : MIN(*best, rating);
  *worst = MAX(*worst, rating);
}

bool sight_looks_ahead(const Sample *sample, const IndicatorProgress *said)
{
  if (sample->inputs.period.part == 4 || prose_is_empty(said->commentary))
    return false;
  g_autofree char *words = prose_to_text(said->commentary), *small = g_ascii_strdown(words, -1);
  return strstr(small, "by the end of the year") && (strstr(small, " will ") || strstr(small, " should "));
}

bool sight_symbol_fits(const Sample *sample, const Indicator *planned, int stated, const char *measure, double value)
{
  int best = RATING_NONE, worst = RATING_NONE;
  guint n = MAX(planned->measures->len, 1);
  const IndicatorProgress *said = sight_said(sample, planned);
  const RatingRule *rule = rule_of(sample, planned);
  bool early =
      sample->inputs.period.part != 4 && said->expected == RATING_NONE && rule && !has_profile(sample, planned, rule);
  if ((stated != RATING_GREEN && stated != RATING_AMBER && stated != RATING_RED) || (early && stated == RATING_AMBER))
    return true; /* too early to say is always true then */
  for (guint i = 0; i < n; i++) {
    const char *ref = planned->measures->len ? ((const Measure *)g_ptr_array_index(planned->measures, i))->ref : NULL;
    double number = value, goal = 0;
    if (g_strcmp0(ref, measure) != 0 && !sight_figure(sample, planned, ref, sample->inputs.period, &number))
      continue;
    bool given = sight_goal(sample, planned, ref, &goal);
    take(sight_rating(sample, planned, number, goal, given), &best, &worst);
  }
  return best == RATING_NONE || (stated >= best && stated <= worst);
}

bool sight_quotes(const Prose *prose, double number)
{
  g_autofree char *text = prose_is_empty(prose) ? g_strdup("") : prose_to_text(prose);
  for (const char *at = text; *at;) {
    gsize length = strspn(at, "0123456789.,");
    if (length == 0 || !g_ascii_isdigit(*at)) {
      at++;
      continue;
    }
    g_autofree char *written = g_strndup(at, length);
    if (fabs(number_value(written) - number) < 1e-9)
      return true;
    at += length;
  }
  return false;
}

/* The parts of an indicator whose last measure is their total, with one of them changed. */
static bool breaks_total(const Sample *sample, const Indicator *planned, const Reading *reading, double now)
{
  double sum = 0, total = 0;
  guint n = planned->measures->len;
  Period period = period_given(reading->period) ? reading->period : sample->inputs.period;
  if (n < 3 || g_strcmp0(((const Measure *)g_ptr_array_index(planned->measures, n - 1))->ref, "total") != 0)
    return false;
  for (guint i = 0; i < n; i++) {
    const char *ref = ((const Measure *)g_ptr_array_index(planned->measures, i))->ref;
    double number = now;
    if (g_strcmp0(ref, reading->measure) != 0 && !sight_figure(sample, planned, ref, period, &number))
      return false;
    *(i + 1 < n ? &sum : &total) += number;
  }
  return fabs(sum - total) > 1e-9;
}

static bool breaks_travel(const Sample *sample, const Indicator *planned, const Reading *reading, double now)
{
  const IndicatorProgress *said = sight_said(sample, planned);
  double before;
  bool higher = planned->polarity == POLARITY_HIGHER;
  if (!said || planned->measures->len > 1 || said->travel == TRAVEL_NONE || said->travel == TRAVEL_NOT_COMPARABLE ||
      (!higher && planned->polarity != POLARITY_LOWER) ||
      !sight_figure(sample, planned, reading->measure, period_back(sample->inputs.period, 1, 0), &before))
    return false;
  int travel = fabs(now - before) < 1e-9 ? TRAVEL_SAME : (now > before) == higher ? TRAVEL_BETTER : TRAVEL_WORSE;
  return travel != said->travel;
}

static bool is_far(double now, double other)
{
  return other != 0 && fabs(now / other - 1) > 0.6 && fabs(now - other) > 20;
}

/* Out of all proportion to what it can be held against. */
static bool jumps(const Sample *sample, const Indicator *planned, const char *measure, double now)
{
  double last_year, last, goal;
  Period period = sample->inputs.period;
  bool cumulative = planned->kind == KIND_CUMULATIVE;
  bool a = sight_figure(sample, planned, measure, period_back(period, 1, 0), &last_year);
  bool b = !cumulative && sight_figure(sample, planned, measure, period_back(period, 0, 1), &last);
  bool c = (!cumulative || period.part == 4) && sight_goal(sample, planned, measure, &goal);
  return (a || b) && (!a || is_far(now, last_year)) && (!b || is_far(now, last)) && (!c || is_far(now, goal));
}

static bool shrinks(const Sample *sample, const Indicator *planned, const char *measure, double now)
{
  double last;
  Period before = period_back(sample->inputs.period, 0, 1);
  return planned->kind == KIND_CUMULATIVE && before.year == sample->inputs.period.year &&
         sight_figure(sample, planned, measure, before, &last) && now < last;
}

const char *sight_of_value(const Sample *sample, const Indicator *planned, const Reading *reading, double now,
                           guint decimals)
{
  const IndicatorProgress *said = sight_said(sample, planned);
  int unit = sight_unit(planned, reading);
  if (reading->numerator.given && reading->denominator.given &&
      !figure_quotient_fits(now, decimals, amount_to_double(reading->numerator.amount),
                            amount_to_double(reading->denominator.amount), unit))
    return "numerator and denominator";
  if (breaks_total(sample, planned, reading, now))
    return "the total of the measures";
  double was = amount_to_double(reading->number.amount);
  if (reading->number.given && planned->measures->len < 2 && fabs(was) * pow(10, reading->number.amount.scale) >= 100 &&
      (sight_quotes(said->commentary, was) || sight_quotes(said->data_note, was)))
    return "the commentary quotes it";
  if (!said->reason && !sight_looks_ahead(sample, said) &&
      !sight_symbol_fits(sample, planned, said->rating, reading->measure, now))
    return "the symbol";
  if (breaks_travel(sample, planned, reading, now))
    return "the direction of travel";
  if (jumps(sample, planned, reading->measure, now))
    return "out of proportion to last year, last period and target";
  return shrinks(sample, planned, reading->measure, now) ? "less than the period before, though cumulative" : NULL;
}
