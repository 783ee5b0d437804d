/* Mutants of the figures of indicators: values, history, targets, quartiles. */
#include "mutant.h"
#include "number.h"
#include "sight.h"
#include <math.h>
#include <string.h>

static const char *const plausible = "a plausible figure that nothing else contradicts";

static void make_value(const Maker *maker, const Indicator *planned, const Reading *reading)
{
  const Sample *sample = maker->sample;
  const char *measure = reading->measure;
  g_autofree char *written = mutant_attribute(&reading->record, "number");
  if (!written)
    return;
  for (int slip = 0; slip < SLIP_SIGN; slip++) {
    g_autofree char *changed = number_slip(written, slip);
    if (changed)
      mutant_offer(maker, measure && planned->measures->len > 2 ? MUTANT_MEASURES : MUTANT_VALUE, &reading->record,
                   "number", changed,
                   sight_of_value(sample, planned, reading, number_value(changed), number_decimals(changed)),
                   plausible);
  }
  double last;
  if (sight_figure(sample, planned, measure, period_back(sample->inputs.period, 0, 1), &last)) {
    g_autofree char *carried = g_strdup_printf("%.*f", (int)number_decimals(written), last);
    const char *seen = sight_of_value(sample, planned, reading, number_value(carried), number_decimals(carried));
    bool long_enough = fabs(last) * pow(10, number_decimals(written)) >= 100 && !date_given(reading->as_at);
    mutant_offer(maker, MUTANT_CARRIED, &reading->record, "number", carried,
                 seen          ? seen
                 : long_enough ? "exactly the last period's figure"
                               : NULL,
                 "figures of one or two digits repeat by chance");
  }
  double before, goal;
  bool much = (sight_figure(sample, planned, measure, period_back(sample->inputs.period, 1, 0), &before) ||
               sight_figure(sample, planned, measure, period_back(sample->inputs.period, 0, 1), &before)) &&
              before >= 5 && !(sight_goal(sample, planned, measure, &goal) && goal == 0);
  const char *seen = sight_of_value(sample, planned, reading, 0, 0);
  mutant_offer(maker, MUTANT_ZERO, &reading->record, "number", "0",
               seen   ? seen
               : much ? "nothing after much"
                      : NULL,
               "nothing tells what it was before");
}

/* A state that says why there is no figure, replaced by 0. */
static void make_zero(const Maker *maker, const Reading *reading, int rating)
{
  g_autofree char *state = mutant_attribute(&reading->record, "state");
  if (!state)
    return;
  g_autofree char *written = g_strdup_printf("state=\"%s\"", state);
  const char *text = reading->record.source->text;
  const char *at = strstr(text + reading->record.offset, written);
  bool none = rating == RATING_NOT_AVAILABLE || rating == RATING_NOT_DUE || rating == RATING_NOT_SUPPLIED;
  gsize from = (gsize)(at - text);
  mutant_offer_bytes(maker, MUTANT_ZERO, &reading->record, from, from + strlen(written), "number=\"0\"", "state",
                     none ? "the symbol says that there is no figure" : NULL, "nothing says that there is no figure");
}

/* Other documents or readings that give the same figure. */
static bool is_quoted(const Sample *sample, const Indicator *planned, const Reading *reading, double now)
{
  Period period = reading->period;
  double other;
  const Inputs *inputs = &sample->inputs;
  bool outturn = period.part == 4 && planned->kind != KIND_AVERAGE;
  for (guint i = 0; i < planned->actuals->len; i++) {
    const Reading *actual = g_ptr_array_index(planned->actuals, i);
    if (actual->number.given && g_strcmp0(actual->measure, reading->measure) == 0 && actual != reading &&
        actual->record.source != reading->record.source &&
        (period_equal(actual->period, period) || (outturn && period_equal(actual->period, period_year(period)))))
      return true;
  }
  for (guint i = 0; i < inputs->previous->len; i++) {
    const Return *before = g_ptr_array_index(inputs->previous, i);
    Sample alone = *sample;
    GPtrArray *one = g_ptr_array_new();
    g_ptr_array_add(one, (gpointer)before);
    alone.inputs.previous = one;
    Period at = period.kind == PERIOD_YEAR && planned->kind != KIND_AVERAGE ? (Period){ PERIOD_QUARTER, period.year, 4 }
                                                                            : period;
    Return none = { .indicators = g_ptr_array_new() };
    Indicator bare = *planned;
    bare.actuals = none.indicators;
    alone.inputs.current = &none;
    bool found = sight_figure(&alone, &bare, reading->measure, at, &other) ||
                 sight_figure(&alone, &bare, reading->measure, period, &other);
    g_ptr_array_unref(one);
    g_ptr_array_unref(none.indicators);
    if (found)
      return fabs(other - now) > 1e-9;
  }
  return false;
}

static bool breaks_order(const Sample *sample, const Indicator *planned, const Reading *reading, double now)
{
  double before, after;
  Period last = period_back(reading->period, 0, 1), next = period_back(reading->period, 0, -1);
  if (planned->kind != KIND_CUMULATIVE || reading->period.kind != PERIOD_QUARTER)
    return false;
  bool a = last.year == reading->period.year && sight_figure(sample, planned, reading->measure, last, &before);
  bool b = next.year == reading->period.year && sight_figure(sample, planned, reading->measure, next, &after);
  return (a && now < before) || (b && now > after);
}

static bool stands_out(const Sample *sample, const Indicator *planned, const Reading *reading, double now)
{
  double before, after;
  return planned->kind != KIND_CUMULATIVE &&
         sight_figure(sample, planned, reading->measure, period_back(reading->period, 0, 1), &before) &&
         sight_figure(sample, planned, reading->measure, period_back(reading->period, 0, -1), &after) && before != 0 &&
         after != 0 && fabs(now / before - 1) > 0.6 && fabs(now / after - 1) > 0.6 && fabs(now - before) > 20;
}

/* A figure of an earlier period. */
static void make_history(const Maker *maker, const Indicator *planned, const Reading *reading)
{
  const Sample *sample = maker->sample;
  g_autofree char *written = mutant_attribute(&reading->record, "number");
  if (!written || (reading->flags & (1u << FLAG_REVISED | 1u << FLAG_ESTIMATE)))
    return;
  for (int slip = 0; slip < SLIP_SIGN; slip++) {
    g_autofree char *changed = number_slip(written, slip);
    if (!changed)
      continue;
    double now = number_value(changed);
    const char *seen = is_quoted(sample, planned, reading, now)      ? "another document"
                       : breaks_order(sample, planned, reading, now) ? "cumulative figures grow"
                       : stands_out(sample, planned, reading, now)   ? "out of proportion to its neighbours"
                                                                     : NULL;
    mutant_offer(maker, MUTANT_HISTORY, &reading->record, "number", changed, seen, plausible);
  }
}

static bool is_year_of(const Sample *sample, Period period)
{
  return period_equal(period, period_year(sample->inputs.period));
}

/* Any target of another year in which the new one is out of proportion. */
static bool target_stands_out(const Indicator *planned, const Reading *reading, double now)
{
  for (guint i = 0; i < planned->targets->len; i++) {
    const Reading *other = g_ptr_array_index(planned->targets, i);
    bool next = other->period.kind == PERIOD_YEAR && abs(other->period.year - reading->period.year) == 1;
    double number = amount_to_double(other->number.amount);
    if (next && other->number.given && reading->period.kind == PERIOD_YEAR &&
        g_strcmp0(other->measure, reading->measure) == 0 && number != 0 && now != 0 && fabs(now / number - 1) > 0.6 &&
        fabs(number / now - 1) > 0.6 && fabs(now - number) > 20)
      return true;
  }
  return false;
}

static bool profile_breaks(const Indicator *planned, const Reading *reading, double now)
{
  for (guint i = 0; i < planned->targets->len; i++) {
    const Reading *other = g_ptr_array_index(planned->targets, i);
    if (!other->number.given || other == reading || g_strcmp0(other->measure, reading->measure) != 0 ||
        other->period.year != reading->period.year || planned->kind != KIND_CUMULATIVE)
      continue;
    double number = amount_to_double(other->number.amount);
    int this = reading->period.kind == PERIOD_YEAR ? 5 : reading->period.part;
    int that = other->period.kind == PERIOD_YEAR ? 5 : other->period.part;
    bool same = (this == 5 && that == 4) || (this == 4 && that == 5);
    if (same ? fabs(now - number) > 1e-9 : (now - number) * (this - that) < 0)
      return true;
  }
  return false;
}

/* Another year has the same target: the words may mean that one. */
static bool is_other_target(const Indicator *planned, const Reading *target)
{
  for (guint i = 0; i < planned->targets->len; i++) {
    const Reading *other = g_ptr_array_index(planned->targets, i);
    if (other != target && other->number.given && amount_compare(other->number.amount, target->number.amount) == 0)
      return true;
  }
  return false;
}

static const char *sight_of_target(const Maker *maker, const Indicator *planned, const Reading *target, double now)
{
  const Sample *sample = maker->sample;
  const IndicatorProgress *said = sight_said(sample, planned);
  double value;
  if (is_year_of(sample, period_year(target->period)) && profile_breaks(planned, target, now))
    return "the profile";
  if (!is_year_of(sample, target->period))
    return target_stands_out(planned, target, now) ? "out of proportion to the next year's" : NULL;
  bool rated = said && !said->reason && planned->measures->len < 2 && said->rating <= RATING_RED && said->rating > 0 &&
               sight_figure(sample, planned, target->measure, sample->inputs.period, &value);
  int rating = rated ? sight_rating(sample, planned, value, now, true) : RATING_NONE;
  double goal = 0;
  bool early =
      sample->inputs.period.part != 4 && said && (said->rating == RATING_AMBER || sight_looks_ahead(sample, said));
  if (rating != RATING_NONE && rating != said->rating && !early &&
      sight_goal(sample, planned, target->measure, &goal) &&
      fabs(goal - amount_to_double(target->number.amount)) < 1e-9)
    return "the symbol";
  g_autofree char *words = said && !prose_is_empty(said->commentary) ? prose_to_text(said->commentary) : g_strdup("");
  g_autofree char *old = mutant_attribute(&target->record, "number");
  g_autofree char *quoted = g_strdup_printf("target of %s", old);
  if (strstr(words, quoted) && !is_other_target(planned, target))
    return "the commentary quotes it";
  return target_stands_out(planned, target, now) ? "out of proportion to the next year's" : NULL;
}

static void make_targets(const Maker *maker, const Indicator *planned)
{
  for (guint i = 0; i < planned->targets->len; i++) {
    const Reading *target = g_ptr_array_index(planned->targets, i);
    g_autofree char *written = mutant_attribute(&target->record, "number");
    for (int slip = 0; written && slip < SLIP_SIGN; slip++) {
      g_autofree char *changed = number_slip(written, slip);
      if (changed)
        mutant_offer(maker, MUTANT_TARGET, &target->record, "number", changed,
                     sight_of_target(maker, planned, target, number_value(changed)), plausible);
    }
  }
  static const char *const bands[] = { "band-low", "band-high" };
  for (guint i = 0; i < G_N_ELEMENTS(bands); i++) {
    g_autofree char *written = mutant_attribute(&planned->record, bands[i]);
    for (int slip = 0; written && slip < SLIP_SIGN; slip++) {
      g_autofree char *changed = number_slip(written, slip);
      if (!changed)
        continue;
      const IndicatorProgress *said = sight_said(maker->sample, planned);
      double now = number_value(changed), value = 0;
      double low = i == 0 ? now : amount_to_double(planned->band_low.amount);
      double high = i == 1 ? now : amount_to_double(planned->band_high.amount);
      bool given = said && sight_figure(maker->sample, planned, NULL, maker->sample->inputs.period, &value);
      bool wrong = low > high || (given && said->rating == RATING_GREEN && (value < low || value > high)) ||
                   (given && said->rating == RATING_RED && value >= low && value <= high);
      mutant_offer(maker, MUTANT_TARGET, &planned->record, bands[i], changed,
                   wrong ? "the symbol, or the other end" : NULL, plausible);
    }
  }
}

static void make_quartiles(const Maker *maker, const Indicator *planned)
{
  static const char *const names[] = { "top", "middle", "bottom" };
  for (guint i = 0; i < planned->quartiles->len; i++) {
    const Quartile *quartile = g_ptr_array_index(planned->quartiles, i);
    double numbers[3];
    if (!quartile->top.given || !quartile->middle.given || !quartile->bottom.given)
      continue;
    for (guint j = 0; j < 3; j++) {
      g_autofree char *written = mutant_attribute(&quartile->record, names[j]);
      for (int slip = 0; slip < SLIP_SIGN; slip++) {
        g_autofree char *changed = number_slip(written, slip);
        if (!changed)
          continue;
        numbers[0] = amount_to_double(quartile->top.amount);
        numbers[1] = amount_to_double(quartile->middle.amount);
        numbers[2] = amount_to_double(quartile->bottom.amount);
        numbers[j] = number_value(changed);
        bool sorted = (numbers[0] - numbers[1]) * (numbers[1] - numbers[2]) >= 0;
        mutant_offer(maker, MUTANT_QUARTILE, &quartile->record, names[j], changed, sorted ? NULL : "their order",
                     plausible);
      }
    }
  }
}

void make_values(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  for (guint i = 0; i < inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    const IndicatorProgress *said = sight_said(maker->sample, planned);
    make_targets(maker, planned);
    make_quartiles(maker, planned);
    for (guint j = 0; j < planned->actuals->len; j++)
      make_history(maker, planned, g_ptr_array_index(planned->actuals, j));
    for (guint j = 0; said && j < said->values->len; j++) {
      const Reading *reading = g_ptr_array_index(said->values, j);
      if (period_given(reading->period) && !period_equal(reading->period, inputs->period)) {
        make_history(maker, planned, reading);
        continue;
      }
      make_value(maker, planned, reading);
      make_zero(maker, reading, said->rating);
    }
  }
}
