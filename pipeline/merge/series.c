/* Filling the measures of an indicator with all that is known of them. */
#include "merge/series.h"
#include "record/record-carry.h"

/* What is known of an indicator, or of one of its measures: readings and quartiles. */
typedef struct {
  const GPtrArray *targets, *actuals, *quartiles;
  const GPtrArray *ever; /* everything that was ever said, the least weighty first */
  const GPtrArray *said; /* by the return */
  struct {
    const GPtrArray *targets, *actuals, *ever, *said;
  } lost;         /* of a measure that cannot be read */
  bool ever_lost; /* an earlier document cannot be placed: it may have said something */
  bool unnamed;   /* which the measure is cannot be read: anything may be said of it */
  struct {
    bool targets, actuals, quartiles, said; /* something among them cannot be read, not even what it is */
  } some_lost;
} Lists;

#define LOST "\n" /* no measure is called so */

/* The same of all measures by their refs; those of none are "", and those of one that cannot be read LOST, too. */
typedef struct {
  GHashTable *targets, *actuals, *quartiles, *ever, *said; /* ref to list */
} Split;

static void put(Arena *arena, GHashTable *lists, const char *ref, const Record *record)
{
  GPtrArray *own = g_hash_table_lookup(lists, ref);
  if (!own)
    g_hash_table_insert(lists, (gpointer)ref, own = arena_list(arena));
  g_ptr_array_add(own, (gpointer)record);
}

static GHashTable *split(Arena *arena, const GPtrArray *list)
{
  GHashTable *lists = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < list->len; i++) {
    const Record *record = g_ptr_array_index(list, i);
    const char *ref = *(char *const *)record_at(record, spec_field(record->spec, "measure"));
    put(arena, lists, ref ? ref : "", record);
    if (record_is_unread(record, "measure"))
      put(arena, lists, LOST, record);
  }
  arena_own(arena, lists, (GDestroyNotify)g_hash_table_unref);
  return lists;
}

static Split split_all(Arena *arena, const Lists *all)
{
  return (Split){ split(arena, all->targets), split(arena, all->actuals), split(arena, all->quartiles),
                  split(arena, all->ever), split(arena, all->said) };
}

static const GPtrArray *list_of(GHashTable *lists, const char *ref, const GPtrArray *none)
{
  const GPtrArray *own = g_hash_table_lookup(lists, ref ? ref : "");
  return own ? own : none;
}

static Lists lists_of(const Split *splits, const char *ref, const GPtrArray *none)
{
  return (Lists){ .targets = list_of(splits->targets, ref, none),
                  .actuals = list_of(splits->actuals, ref, none),
                  .quartiles = list_of(splits->quartiles, ref, none),
                  .ever = list_of(splits->ever, ref, none),
                  .said = list_of(splits->said, ref, none),
                  .lost = { list_of(splits->targets, LOST, none), list_of(splits->actuals, LOST, none),
                            list_of(splits->ever, LOST, none), list_of(splits->said, LOST, none) } };
}

/* A reading as the report shows it, able to stand alone; without figures that its state says are not to be seen. */
static Reading *report_reading(Arena *arena, const Reading *reading, const Spec *spec, const Indicator *indicator,
                               Measure *measure)
{
  Reading *copy = record_carry(arena, &reading->record, spec, &measure->record);
  copy->measure = measure->ref;
  copy->label = indicator->measures->len > 1 ? (char *)measure_name(measure) : NULL;
  copy->unit = indicator_unit(indicator, measure);
  copy->decimals = indicator_decimals(indicator, measure);
  reading_clear(&copy->record);
  return copy;
}

static gint compare_readings(gconstpointer a, gconstpointer b)
{
  return period_compare((*(const Reading *const *)a)->period, (*(const Reading *const *)b)->period);
}

/* Readings of the measure among list, as report rows in the order of their periods. */
static void take(Arena *arena, const GPtrArray *list, const Spec *spec, const Indicator *indicator, Measure *measure,
                 GPtrArray *into)
{
  for (guint i = 0; i < list->len; i++) {
    const Reading *reading = g_ptr_array_index(list, i);
    if (indicator_owns(indicator, measure, reading))
      g_ptr_array_add(into, report_reading(arena, reading, spec, indicator, measure));
  }
  g_ptr_array_sort(into, compare_readings);
}

/* Whether a reading may have been meant for the measure and any period: one of the two could not be read. */
static bool is_lost(const Reading *reading, const Indicator *indicator, const Measure *measure)
{
  if (record_is_unread(&reading->record, "measure"))
    return true;
  return record_is_unread(&reading->record, "period") && indicator_owns(indicator, measure, reading);
}

static const Reading *find_lost(const GPtrArray *list, const Indicator *indicator, const Measure *measure)
{
  for (guint i = 0; i < list->len; i++)
    if (is_lost(g_ptr_array_index(list, i), indicator, measure))
      return g_ptr_array_index(list, i);
  return NULL;
}

/* Where nothing is said for the period, but something for one that cannot be read, among the measure's readings or
 * those of a measure that cannot be read: that, as not readable; or NULL. */
static Reading *lost_reading(Arena *arena, const GPtrArray *list, const GPtrArray *others, const Spec *spec,
                             const Indicator *indicator, Measure *measure, Period period)
{
  const Reading *found = find_lost(list, indicator, measure);
  if (!found)
    found = find_lost(others, indicator, measure);
  if (!found)
    return NULL;
  Reading *lost = report_reading(arena, found, spec, indicator, measure);
  lost->period = period;
  return lost;
}

static Reading *unreadable(Arena *arena, const Spec *spec, const Indicator *indicator, Measure *measure, Period period)
{
  Reading *reading = record_new(arena, spec, &measure->record);
  reading->state = STATE_NOT_READABLE;
  reading->period = period;
  return report_reading(arena, reading, spec, indicator, measure);
}

/* Where nothing is known of an earlier period, but something was said that cannot be read: that; or NULL. */
static Reading *lost_point(Arena *arena, const Lists *lists, const Spec *spec, const Indicator *indicator,
                           Measure *measure, Period period)
{
  Reading *lost = lost_reading(arena, lists->ever, lists->lost.ever, spec, indicator, measure, period);
  return lost || !(lists->ever_lost || lists->unnamed) ? lost : unreadable(arena, spec, indicator, measure, period);
}

/* Readings of a measure that cannot be read may be of this one: it has one then that cannot be read, unless it has its
 * own of the period. Of a period that cannot be read: some of the list cannot be read. */
static void note_lost(Arena *arena, const GPtrArray *list, const GPtrArray *nameless, const Spec *spec,
                      const Indicator *indicator, Measure *measure, const char *field, GPtrArray *into)
{
  for (guint i = 0; i < list->len + nameless->len; i++) {
    const Reading *reading = i < list->len ? g_ptr_array_index(list, i) : g_ptr_array_index(nameless, i - list->len);
    if (!is_lost(reading, indicator, measure))
      continue;
    if (!period_given(reading->period))
      record_mark_standing_in(&measure->record, spec_field(measure->record.spec, field));
    else if (!reading_at(into, reading->period))
      g_ptr_array_add(into, report_reading(arena, reading, spec, indicator, measure));
  }
  g_ptr_array_sort(into, compare_readings);
}

static void take_targets(const Inputs *inputs, const Lists *lists, Indicator *report, Measure *measure)
{
  GPtrArray *all = arena_list(inputs->arena);
  take(inputs->arena, lists->targets, &report_target_spec, report, measure, all);
  for (guint i = 0; i < all->len; i++) {
    Reading *target = g_ptr_array_index(all, i);
    if (target->period.kind == PERIOD_YEAR)
      g_ptr_array_add(measure->targets, target);
  }
  note_lost(inputs->arena, lists->targets, lists->lost.targets, &report_target_spec, report, measure, "planned",
            measure->targets);
  Period year = period_year(inputs->period);
  measure->target = reading_at(all, year);
  if (!measure->target)
    measure->target =
        lost_reading(inputs->arena, lists->targets, lists->lost.targets, &report_target_spec, report, measure, year);
  if (lists->some_lost.targets)
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "planned"));
  if (!measure->target && (lists->unnamed || lists->some_lost.targets))
    measure->target = unreadable(inputs->arena, &report_target_spec, report, measure, year);
  if (inputs->period.kind != PERIOD_YEAR)
    measure->profile = reading_at(all, inputs->period);
}

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

/* What a document may have said of an indicator in an entry that does not say, readably, of which: of any measure. */
static Reading *nameless_reading(Arena *arena, Period period)
{
  Reading *reading = record_new(arena, &value_spec, NULL);
  reading->state = STATE_NOT_READABLE;
  reading->period = period;
  record_mark_unread(&reading->record, spec_field(&value_spec, "measure"));
  return reading;
}

/* Everything that was ever said, the least weighty first: plan, earlier documents from oldest to newest, the return. */
static GPtrArray *gather(const Inputs *inputs, const History *history, const Indicator *planned,
                         const IndicatorProgress *said)
{
  GPtrArray *readings = arena_list(inputs->arena);
  for (guint i = 0; i < planned->actuals->len; i++)
    g_ptr_array_add(readings, g_ptr_array_index(planned->actuals, i));
  for (guint i = 0; i < history->past->len; i++) {
    const Past *past = g_ptr_array_index(history->past, i);
    const Record *item = past_indicator(past, planned);
    if (item)
      past_readings(inputs->arena, past, item, readings);
    if (item ? record_is_unread(item, "value") : past->nameless.indicators)
      g_ptr_array_add(readings, nameless_reading(inputs->arena, past->period));
  }
  for (guint i = 0; said && i < said->values->len; i++) {
    Reading *value = g_ptr_array_index(said->values, i);
    if (record_is_unread(&value->record, "period"))
      continue;
    if (!period_given(value->period)) {
      value = record_copy(inputs->arena, &value->record, value->record.parent);
      value->period = inputs->period;
    }
    g_ptr_array_add(readings, value);
  }
  return readings;
}

/* Whether the reading tells a figure, withholds it or cannot be read: then no earlier document tells it either. */
static bool says(const Reading *reading)
{
  if (reading->state == STATE_SUPPRESSED || reading->state == STATE_NOT_READABLE)
    return true;
  return !state_is_without_figure(reading->state) && (reading->number.given || reading->text);
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
  g_ptr_array_sort(known, compare_readings);
  for (guint i = 0; i < known->len; i++) {
    const Reading *reading = g_ptr_array_index(known, i);
    const Reading *next = i + 1 < known->len ? g_ptr_array_index(known, i + 1) : NULL;
    if (!next || !period_equal(next->period, reading->period))
      g_ptr_array_add(measure->points, report_reading(arena, reading, &report_point_spec, report, measure));
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

static int missing_state(const Indicator *indicator, Period period)
{
  if (indicator_is_due(indicator, period))
    return STATE_NOT_SUPPLIED;
  return indicator->placeholder ? STATE_NOT_APPLICABLE : indicator_is_yearly(indicator) ? STATE_ANNUAL : STATE_NOT_DUE;
}

static void take_value(const Inputs *inputs, const Lists *lists, Indicator *report, Measure *measure)
{
  const GPtrArray *said = lists->said;
  Period period = inputs->period, before = period_back(period, 0, 1);
  const Reading *value = said_at(said, report, measure, period, true);
  bool late = !value && report->in_arrears;
  if (late)
    value = said_at(said, report, measure, before, false);
  if (value) {
    measure->value = report_reading(inputs->arena, value, &report_value_spec, report, measure);
    if (!period_given(measure->value->period))
      measure->value->period = period;
    if (late)
      measure->value->flags |= 1u << FLAG_IN_ARREARS;
    return;
  }
  measure->value = lost_reading(inputs->arena, said, lists->lost.said, &report_value_spec, report, measure, period);
  if (measure->value)
    return;
  Reading *missing = record_new(inputs->arena, &report_value_spec, &measure->record);
  missing->state = lists->unnamed || lists->some_lost.said ? STATE_NOT_READABLE : missing_state(report, period);
  missing->period = period;
  measure->value = report_reading(inputs->arena, missing, &report_value_spec, report, measure);
}

/* Last year's outturn: the year's own figure, else that of its last quarter or month, else what the plan says instead.
 */
static void take_outturn(const Inputs *inputs, const Lists *lists, const Indicator *report, Measure *measure)
{
  Period year = period_back(period_year(inputs->period), 1, 0);
  Period quarter = { PERIOD_QUARTER, year.year, 4 }, month = { PERIOD_MONTH, year.year, 12 };
  const Reading *actual = reading_at(measure->points, year);
  if (!actual)
    actual = reading_at(measure->points, quarter);
  if (!actual)
    actual = reading_at(measure->points, month);
  if (!actual)
    actual = reading_at(measure->actuals, year);
  if (actual)
    measure->actual = report_reading(inputs->arena, actual, &report_actual_spec, report, measure);
  else
    measure->actual =
        lost_reading(inputs->arena, lists->actuals, lists->lost.actuals, &report_actual_spec, report, measure, year);
  if (!measure->actual && lists->some_lost.actuals)
    measure->actual = unreadable(inputs->arena, &report_actual_spec, report, measure, year);
  if (!measure->actual)
    measure->actual = lost_point(inputs->arena, lists, &report_actual_spec, report, measure, year);
}

static Period comparator_period(const Inputs *inputs, Period period)
{
  int rule = inputs->framework->travel ? inputs->framework->travel->comparator : COMPARE_SAME_PERIOD_LAST_YEAR;
  return rule == COMPARE_LAST_PERIOD ? period_back(period, 0, 1) : period_back(period, 1, 0);
}

static void note_lost_points(const Inputs *inputs, const Lists *lists, const Indicator *report, Measure *measure)
{
  note_lost(inputs->arena, lists->ever, lists->lost.ever, &report_point_spec, report, measure, "point",
            measure->points);
  note_lost(inputs->arena, lists->said, lists->lost.said, &report_point_spec, report, measure, "point",
            measure->points);
  if (lists->ever_lost || lists->unnamed || lists->some_lost.said)
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "point"));
}

static void take_comparator(const Inputs *inputs, const Lists *lists, const Indicator *report, Measure *measure)
{
  int rule = inputs->framework->travel ? inputs->framework->travel->comparator : COMPARE_SAME_PERIOD_LAST_YEAR;
  Period period = measure->value->period, before = comparator_period(inputs, period);
  const Reading *found = rule == COMPARE_LAST_YEAR_OUTTURN ? NULL : reading_at(measure->points, before);
  bool by_year = rule == COMPARE_LAST_YEAR_OUTTURN || (rule != COMPARE_LAST_PERIOD && period_ends_year(period)) ||
                 indicator_is_yearly(report);
  if (!found && by_year)
    found = measure->actual;
  if (found)
    measure->comparator = report_reading(inputs->arena, found, &report_comparator_spec, report, measure);
  else if (!by_year)
    measure->comparator = lost_point(inputs->arena, lists, &report_comparator_spec, report, measure, before);
}

static void fill(const Inputs *inputs, const Lists *lists, Indicator *report, Measure *measure)
{
  take_targets(inputs, lists, report, measure);
  take(inputs->arena, lists->actuals, &report_actual_spec, report, measure, measure->actuals);
  note_lost(inputs->arena, lists->actuals, lists->lost.actuals, &report_actual_spec, report, measure, "outturn",
            measure->actuals);
  if (lists->some_lost.actuals)
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "outturn"));
  take_quartiles(inputs->arena, lists->quartiles, report, measure);
  if (lists->some_lost.quartiles)
    record_mark_standing_in(&measure->record, spec_field(measure->record.spec, "quartile"));
  take_points(inputs->arena, lists->ever, report, measure);
  note_lost_points(inputs, lists, report, measure);
  take_value(inputs, lists, report, measure);
  take_outturn(inputs, lists, report, measure);
  take_comparator(inputs, lists, report, measure);
}

void series_fill(const Inputs *inputs, const History *history, const Indicator *planned, const IndicatorProgress *said,
                 Indicator *report)
{
  if (report->measures->len == 0) {
    Measure *only = record_new(inputs->arena, &report_measure_spec, &report->record);
    only->record.source = report->record.source;
    only->record.offset = report->record.offset;
    g_ptr_array_add(report->measures, only);
  }
  const GPtrArray *none = arena_list(inputs->arena);
  const Lists all = {
    .targets = planned->targets,
    .actuals = planned->actuals,
    .quartiles = planned->quartiles,
    .ever = gather(inputs, history, planned, said),
    .said = said ? said->values : none,
    .lost = { none, none, none, none },
    .ever_lost = history->lost,
    .some_lost = { record_is_unread(&planned->record, "target"), record_is_unread(&planned->record, "actual"),
                   record_is_unread(&planned->record, "quartile"), said && record_is_unread(&said->record, "value") }
  };
  bool several = report->measures->len > 1;
  const Split splits = several ? split_all(inputs->arena, &all) : (Split){ NULL };
  for (guint i = 0; i < report->measures->len; i++) {
    Measure *measure = g_ptr_array_index(report->measures, i);
    Lists own = several ? lists_of(&splits, measure->ref, none) : all;
    own.ever_lost = all.ever_lost;
    own.some_lost = all.some_lost;
    own.unnamed = several && record_is_unread(&measure->record, "ref");
    fill(inputs, &own, report, measure);
  }
}
