/* Filling the measures of an indicator with all that is known of them. */
#include "merge/series.h"
#include "merge/lost.h"
#include "merge/targets.h"
#include "model/goal.h"
#include "model/whole.h"

static void add_quartile(Arena *arena, const Quartile *quartile, Measure *measure)
{
  Record *copy = record_copy(arena, &quartile->record, &measure->record);
  reading_clear(copy);
  g_ptr_array_add(measure->quartiles, copy);
}

static void take_quartiles(Arena *arena, const GPtrArray *quartiles, const Indicator *report, Measure *measure)
{
  for (guint i = 0; i < quartiles->len; i++) {
    const Quartile *quartile = g_ptr_array_index(quartiles, i);
    if (g_strcmp0(quartile->measure, measure->ref) == 0 || (!quartile->measure && report->measures->len == 1))
      add_quartile(arena, quartile, measure);
  }
}

/* Whether the reading tells a figure, withholds it or cannot be read: then no earlier document tells it either. */
static bool says(const Reading *reading)
{
  if (reading->state == STATE_SUPPRESSED || reading->state == STATE_NOT_READABLE || reading_contradicts(reading))
    return true;
  return !state_is_without_figure(reading->state) && reading_has_figure(reading);
}

/* Known figures in the order of their periods; of several for one period the weightiest, which comes last. */
static void take_points(Arena *arena, const GPtrArray *gathered, const Indicator *report, Measure *measure)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; i < gathered->len; i++) {
    Reading *reading = g_ptr_array_index(gathered, i);
    if (says(reading) && period_given(reading->period) && indicator_owns(report, measure, reading))
      g_ptr_array_add(known, reading);
  }
  g_ptr_array_sort(known, readings_compare);
  for (guint i = 0; i < known->len; i++) {
    const Reading *reading = g_ptr_array_index(known, i);
    const Reading *next = i + 1 < known->len ? g_ptr_array_index(known, i + 1) : NULL;
    if (!next || !period_equal(next->period, reading->period))
      g_ptr_array_add(measure->points, reading_in_report(arena, reading, &report_point_spec, report, measure));
  }
}

static bool is_gap(const Reading *reading, const Indicator *report, const Measure *measure)
{
  return reading->state != STATE_NONE && !says(reading) && !record_is_unread(&reading->record, "period") &&
         period_given(reading->period) && indicator_owns(report, measure, reading) &&
         !period_equal(reading->period, measure->value->period) && !reading_at(measure->points, reading->period) &&
         !reading_at(measure->actuals, reading->period);
}

/* Periods of which only a state is known, each with what was stated last; the value and the outturns tell theirs. */
static void take_gaps(Arena *arena, const GPtrArray *gathered, const Indicator *report, Measure *measure)
{
  for (guint i = 0; i < gathered->len; i++) {
    const Reading *reading = g_ptr_array_index(gathered, i);
    if (!is_gap(reading, report, measure))
      continue;
    Gap *gap = record_new(arena, &report_gap_spec, &measure->record);
    gap->period = reading->period;
    gap->state = reading->state;
    for (guint k = 0; k < measure->gaps->len; k++)
      if (period_equal(((const Gap *)g_ptr_array_index(measure->gaps, k))->period, gap->period))
        g_ptr_array_remove_index(measure->gaps, k--);
    g_ptr_array_add(measure->gaps, gap);
  }
}

/* What the return gives for the period; of an indicator in arrears the period before, marked so. */
static const Reading *said_at(const GPtrArray *said, const Indicator *indicator, const Measure *measure, Period period,
                              bool or_without)
{
  const Reading *found = NULL;
  for (guint i = 0; i < said->len; i++) {
    const Reading *value = g_ptr_array_index(said, i);
    bool without = or_without && !record_is_unread(&value->record, "period");
    bool at = period_given(value->period) ? period_equal(value->period, period) : without;
    if (at && indicator_owns(indicator, measure, value))
      found = value;
  }
  return found;
}

/* What the return gives for another period than those of the council's year: the last one, unless it is history. */
static const Reading *said_of_other(const Inputs *inputs, const GPtrArray *said, const Indicator *indicator,
                                    const Measure *measure)
{
  const Reading *found = NULL;
  for (guint i = 0; i < said->len; i++) {
    const Reading *value = g_ptr_array_index(said, i);
    bool other =
        period_given(value->period) && !reading_is_own(inputs, value) && indicator_owns(indicator, measure, value);
    if (other && (!found || period_compare(value->period, found->period) >= 0))
      found = value;
  }
  for (guint i = 0; found && i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    if (period_alike(point->period, found->period) && period_compare(point->period, found->period) > 0)
      return NULL;
  }
  return found;
}

/* What the return itself gives for parts of its period: the months of its quarter. */
static void take_parts(const Inputs *inputs, const Readings *readings, const Indicator *report, Measure *measure)
{
  for (guint i = 0; i < readings->said->len; i++) {
    const Reading *said = g_ptr_array_index(readings->said, i);
    bool part = period_given(said->period) && !period_equal(said->period, inputs->period) &&
                period_holds(inputs->period, said->period);
    if (part && !record_is_unread(&said->record, "period") && indicator_owns(report, measure, said))
      g_ptr_array_add(measure->parts, reading_in_report(inputs->arena, said, &report_part_spec, report, measure));
  }
  g_ptr_array_sort(measure->parts, readings_compare);
  bool more = lost_is_said(readings, report, measure, inputs->period);
  if (more && measure->parts->len > 0)
    record_mark_standing_in(&measure->record, spec_field(&report_measure_spec, "part"));
}

static int missing_state(const Indicator *indicator, const Measure *measure, Period period)
{
  for (guint i = 0; i < measure->parts->len; i++)
    if (!reading_hides_figure(g_ptr_array_index(measure->parts, i)))
      return STATE_PARTS_ONLY;
  if (indicator_is_due(indicator, period) && !indicator_is_told_otherwise(indicator, period))
    return STATE_NOT_SUPPLIED;
  return indicator->placeholder ? STATE_NOT_APPLICABLE : indicator_is_yearly(indicator) ? STATE_ANNUAL : STATE_NOT_DUE;
}

/* The figure of the period as known from all documents, of itself or of its parts; NULL: nobody can tell. */
static const Reading *whole_of(Arena *arena, const Indicator *report, const Measure *measure, Period period)
{
  return whole_reading(arena, measure->points, kind_row(report->kind), indicator_unit(report, measure), period);
}

/* How far back quarters are made of their months. */
enum { QUARTERS_MADE = 8 };

static bool is_made(const Measure *measure, const Reading *whole, Period period)
{
  return whole && whole != reading_at(measure->points, period);
}

/* Quarters of which only the months are known stand among the points, too. */
static void add_wholes(const Inputs *inputs, const Indicator *report, Measure *measure)
{
  bool by_parts = kind_row(report->kind)->whole != WHOLE_ITSELF;
  g_autoptr(GPtrArray) made = g_ptr_array_new();
  for (int back = QUARTERS_MADE - 1; by_parts && inputs->period.kind == PERIOD_QUARTER && back >= 0; back--) {
    Period period = period_back(inputs->period, 0, back);
    const Reading *whole = period_given(period) ? whole_of(inputs->arena, report, measure, period) : NULL;
    if (!is_made(measure, whole, period))
      continue;
    Reading *point = reading_in_report(inputs->arena, whole, &report_point_spec, report, measure);
    point->period = period;
    g_ptr_array_add(made, point);
  }
  g_ptr_array_extend(measure->points, made, NULL, NULL);
  g_ptr_array_sort(measure->points, readings_compare);
}

/* Whether a part of the period is known, so that a missing one, which nobody can read, would have made the whole. */
static bool has_part(const Measure *measure, Period period)
{
  for (guint i = 0; i < measure->points->len; i++) {
    const Reading *point = g_ptr_array_index(measure->points, i);
    if (!period_equal(point->period, period) && period_holds(period, point->period))
      return true;
  }
  return false;
}

static bool is_lost_part(const Readings *readings, const Indicator *report, const Measure *measure, Period period)
{
  bool lost = readings->ever_lost || lost_within(readings, report, measure, period) ||
              record_is_unread(&report->record, "kind");
  return lost && has_part(measure, period);
}

/* At the year's end the figure of the year is that of its last part, where one is the other by its kind. */
static const Reading *said_of_year(const GPtrArray *said, const Indicator *report, const Measure *measure,
                                   Period period)
{
  WholeOf whole = kind_row(report->kind)->whole;
  bool same = period_ends_year(period) && (whole == WHOLE_LAST || whole == WHOLE_ITSELF);
  return same ? said_at(said, report, measure, period_year(period), false) : NULL;
}

/* Whether nothing is said of the figure but a note. */
static bool is_note_alone(const Reading *reading)
{
  return reading->note && !reading->number.given && !reading->text && !reading->state && !reading->numerator.given &&
         !reading->denominator.given && !reading->record.unread;
}

static void find_value(const Inputs *inputs, const Readings *readings, Indicator *report, Measure *measure)
{
  const GPtrArray *said = readings->said;
  Period period = inputs->period, before = period_back(period, 0, 1);
  const Reading *value = said_at(said, report, measure, period, true);
  bool late = !value && report->in_arrears;
  if (late)
    value = said_at(said, report, measure, before, false);
  late &= value != NULL;
  if (!value)
    value = said_of_year(said, report, measure, period);
  if (!value)
    value = said_of_other(inputs, said, report, measure);
  if (value && !is_note_alone(value)) {
    measure->value = reading_in_report(inputs->arena, value, &report_value_spec, report, measure);
    if (!period_given(measure->value->period) || period_equal(measure->value->period, period_year(period)))
      measure->value->period = period;
    if (late)
      measure->value->flags |= 1u << FLAG_IN_ARREARS;
    measure->stated = value->rating;
    return;
  }
  measure->value = lost_reading(inputs->arena, said, readings->lost.said, &report_value_spec, report, measure, period);
  if (measure->value)
    return;
  const Reading *whole = whole_of(inputs->arena, report, measure, period);
  if (is_made(measure, whole, period)) {
    measure->value = reading_in_report(inputs->arena, whole, &report_value_spec, report, measure);
    measure->value->period = period;
    return;
  }
  Reading *missing = record_new(inputs->arena, &report_value_spec, &measure->record);
  bool lost = readings->unnamed || readings->some_lost.said || is_lost_part(readings, report, measure, period);
  missing->state = lost ? STATE_NOT_READABLE : missing_state(report, measure, period);
  missing->period = period;
  measure->value = reading_in_report(inputs->arena, missing, &report_value_spec, report, measure);
}

static void take_value(const Inputs *inputs, const Readings *readings, Indicator *report, Measure *measure)
{
  find_value(inputs, readings, report, measure);
  const Reading *said = said_at(readings->said, report, measure, inputs->period, true);
  if (said && is_note_alone(said))
    measure->value->note = said->note;
}

/* Of figures of other periods: the one a year before the value's, or else the last that ends in the year. */
static const Reading *other_outturn(const Inputs *inputs, const Indicator *report, const Measure *measure, Period year)
{
  if (reading_is_own(inputs, measure->value))
    return readings_other_in(inputs, measure->points, year);
  Period before = period_back(measure->value->period, 1, 0);
  const Reading *known = whole_of(inputs->arena, report, measure, before);
  return known ? known : reading_at(measure->actuals, before);
}

/* Last year's outturn: the year's own figure, else what follows from its parts, else what the plan says instead. */
static void take_outturn(const Inputs *inputs, const Readings *readings, const Indicator *report, Measure *measure)
{
  Period year = period_back(period_year(inputs->period), 1, 0);
  const Reading *actual = NULL;
  if (!reading_is_own(inputs, measure->value))
    actual = other_outturn(inputs, report, measure, year);
  if (!actual)
    actual = whole_of(inputs->arena, report, measure, year);
  if (!actual)
    actual = reading_at(measure->actuals, year);
  if (!actual)
    actual = other_outturn(inputs, report, measure, year);
  if (actual)
    measure->actual = reading_in_report(inputs->arena, actual, &report_actual_spec, report, measure);
  else
    measure->actual = lost_reading(inputs->arena, readings->actuals, readings->lost.actuals, &report_actual_spec,
                                   report, measure, year);
  bool by_kind = measure->points->len > 0 && record_is_unread(&report->record, "kind");
  if (!measure->actual && (readings->some_lost.actuals || by_kind))
    measure->actual = unreadable_reading(inputs->arena, &report_actual_spec, report, measure, year);
  if (!measure->actual)
    measure->actual = lost_point(inputs->arena, readings, &report_actual_spec, report, measure, year);
}

static Period comparator_period(const Inputs *inputs, Period period)
{
  int rule = inputs->framework->travel ? inputs->framework->travel->comparator : COMPARE_SAME_PERIOD_LAST_YEAR;
  return rule == COMPARE_LAST_PERIOD ? period_back(period, 0, 1) : period_back(period, 1, 0);
}

static void note_lost_points(const Inputs *inputs, const Readings *readings, const Indicator *report, Measure *measure)
{
  note_lost(inputs->arena, readings->ever, readings->lost.ever, &report_point_spec, report, measure, "point",
            measure->points);
  note_lost(inputs->arena, readings->said, readings->lost.said, &report_point_spec, report, measure, "point",
            measure->points);
  if (readings->ever_lost || readings->unnamed || readings->some_lost.said || readings->some_lost.actuals)
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "point"));
}

/* Whether a figure of the period and one of a whole year tell the same thing. */
static bool is_like_year(const KindRow *kind, Period period)
{
  bool adds = kind->whole == WHOLE_SUM || kind->whole == WHOLE_UNKNOWN;
  return period.kind == PERIOD_YEAR || period.kind == PERIOD_SPAN ||
         (!adds && (kind->runs_up != RUNS_IN_YEAR || period_ends_year(period)));
}

/* Whether last year's figure is of the same kind of period as the value, and a year before it. */
static bool is_year_before(const Inputs *inputs, const Measure *measure)
{
  Period now = measure->value->period, before = measure->actual->period;
  if (reading_is_own(inputs, measure->value) && reading_is_own(inputs, measure->actual))
    return true;
  return period_equal(period_back(now, 1, 0), before) && period_alike(now, before);
}

static void take_comparator(const Inputs *inputs, const Readings *readings, const Indicator *report, Measure *measure)
{
  int rule = inputs->framework->travel ? inputs->framework->travel->comparator : COMPARE_SAME_PERIOD_LAST_YEAR;
  Period period = measure->value->period, before = comparator_period(inputs, period);
  const Reading *found = rule == COMPARE_LAST_YEAR_OUTTURN ? NULL : whole_of(inputs->arena, report, measure, before);
  bool by_year = rule == COMPARE_LAST_YEAR_OUTTURN || (rule != COMPARE_LAST_PERIOD && period_ends_year(period)) ||
                 indicator_is_yearly(report);
  by_year &= is_like_year(kind_row(report->kind), period);
  by_year &= !measure->actual || is_year_before(inputs, measure);
  bool lost = !found && by_year && rule != COMPARE_LAST_YEAR_OUTTURN && !indicator_is_yearly(report) &&
              lost_within(readings, report, measure, before); /* that of the very period would come before the year's */
  if (!found && by_year)
    found = measure->actual;
  bool by_kind = !found && (measure->points->len > 0 || measure->actual) && record_is_unread(&report->record, "kind");
  if (framework_travel_is_unread(inputs->framework) || by_kind || lost)
    measure->comparator = unreadable_reading(inputs->arena, &report_comparator_spec, report, measure, before);
  else if (found)
    measure->comparator = reading_in_report(inputs->arena, found, &report_comparator_spec, report, measure);
  else if (!by_year)
    measure->comparator = lost_point(inputs->arena, readings, &report_comparator_spec, report, measure, before);
}

/* What the value is compared with is shown, unless it is last year's figure, which is. */
static void take_before(const Inputs *inputs, const Indicator *report, Measure *measure)
{
  const Reading *before = measure->comparator, *actual = measure->actual;
  bool told = before && (!reading_hides_figure(before) || before->state == STATE_NOT_READABLE ||
                         before->state == STATE_SUPPRESSED);
  if (!told || (actual && period_equal(actual->period, before->period)))
    return;
  measure->before = reading_in_report(inputs->arena, before, &report_before_spec, report, measure);
}

/* At the year's end the year's own figure, or what its parts make, where the value is another one. */
static void take_full_year(const Inputs *inputs, const Readings *readings, const Indicator *report, Measure *measure)
{
  const Reading *value = measure->value;
  WholeOf of = kind_row(report->kind)->whole;
  bool part = period_ends_year(value->period) && period_parts_in_year(value->period.kind) > 1;
  if (!part || reading_hides_figure(value) || !reading_is_own(inputs, value))
    return;
  Period year = period_year(value->period);
  bool made = of == WHOLE_SUM || of == WHOLE_QUOTIENT;
  const Reading *whole = made ? whole_of(inputs->arena, report, measure, year) : reading_at(measure->points, year);
  if (whole && value->number.given && goal_same(whole, value))
    return;
  if (whole)
    measure->full_year = reading_in_report(inputs->arena, whole, &report_full_year_spec, report, measure);
  else if (made && is_lost_part(readings, report, measure, year))
    measure->full_year = unreadable_reading(inputs->arena, &report_full_year_spec, report, measure, year);
}

static void fill(const Inputs *inputs, const Readings *readings, Indicator *report, Measure *measure)
{
  targets_take(inputs, readings, report, measure);
  readings_take(inputs->arena, readings->actuals, &report_actual_spec, report, measure, measure->actuals);
  note_lost(inputs->arena, readings->actuals, readings->lost.actuals, &report_actual_spec, report, measure, "outturn",
            measure->actuals);
  if (readings->some_lost.actuals || readings->unnamed)
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "outturn"));
  take_quartiles(inputs->arena, readings->quartiles, report, measure);
  if (readings->some_lost.quartiles || readings->unnamed)
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "quartile"));
  take_points(inputs->arena, readings->ever, report, measure);
  note_lost_points(inputs, readings, report, measure);
  take_parts(inputs, readings, report, measure);
  take_value(inputs, readings, report, measure);
  add_wholes(inputs, report, measure);
  targets_settle(inputs, readings, report, measure);
  take_gaps(inputs->arena, readings->ever, report, measure);
  take_outturn(inputs, readings, report, measure);
  take_comparator(inputs, readings, report, measure);
  take_before(inputs, report, measure);
  take_full_year(inputs, readings, report, measure);
}

static Measure *add_measure(Arena *arena, Indicator *report)
{
  Measure *measure = record_new(arena, &report_measure_spec, &report->record);
  measure->record.source = report->record.source;
  measure->record.offset = report->record.offset;
  g_ptr_array_add(report->measures, measure);
  return measure;
}

/* Of several measures one was given that cannot be read: it stands beside the others, which are not the whole. */
static void add_lost_measure(Arena *arena, Indicator *report)
{
  Measure *lost = add_measure(arena, report);
  record_mark_unread(&lost->record, spec_field(&report_measure_spec, "ref"));
  record_mark_unread(&lost->record, spec_field(&report_measure_spec, "title"));
}

static void take_baselines(const Inputs *inputs, const Indicator *planned, Indicator *report, Measure *measure)
{
  const GPtrArray *others = arena_list(inputs->arena);
  readings_take(inputs->arena, planned->baselines, &report_baseline_spec, report, measure, measure->baselines);
  note_lost(inputs->arena, planned->baselines, others, &report_baseline_spec, report, measure, "baseline",
            measure->baselines);
  if (record_is_unread(&planned->record, "baseline") || record_is_unread(&measure->record, "ref"))
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "baseline"));
}

void series_fill(const Inputs *inputs, const History *history, const Indicator *planned, const IndicatorProgress *said,
                 bool again, Indicator *report)
{
  if (report->measures->len == 0)
    add_measure(inputs->arena, report);
  else if (record_is_unread(&planned->record, "measure"))
    add_lost_measure(inputs->arena, report);
  const Readings all = readings_of(inputs, history, planned, said, again);
  const ReadingsByMeasure *parted = report->measures->len > 1 ? readings_part(inputs->arena, &all) : NULL;
  for (guint i = 0; i < report->measures->len; i++) {
    Measure *measure = g_ptr_array_index(report->measures, i);
    const Readings own = parted ? readings_of_measure(parted, measure) : all;
    fill(inputs, &own, report, measure);
    take_baselines(inputs, planned, report, measure);
  }
}
