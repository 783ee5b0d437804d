/* Series: readings by measure, and which periods of them are drawn. */
#include "compose/blocks/series.h"
#include "compose/blocks/places.h"
#include "compose/wording/words.h"
#include "model/kind.h"
#include "model/whole.h"

GPtrArray *measure_series(Arena *arena, const GPtrArray *points, const GPtrArray *targets)
{
  GPtrArray *all = g_ptr_array_new();
  g_autoptr(GHashTable) by_measure = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < points->len; i++) {
    const Reading *point = reading_told(arena, g_ptr_array_index(points, i));
    MeasureSeries *series = g_hash_table_lookup(by_measure, point->record.parent);
    if (!series) {
      series = arena_alloc(arena, sizeof *series);
      series->measure = (const Measure *)point->record.parent;
      series->indicator = (const Indicator *)series->measure->record.parent;
      series->points = series->given = arena_list(arena);
      series->targets = arena_list(arena);
      g_hash_table_insert(by_measure, point->record.parent, series);
      g_ptr_array_add(all, series);
    }
    g_ptr_array_add(series->points, (gpointer)point);
  }
  for (guint i = 0; i < targets->len; i++) {
    const Reading *target = reading_told(arena, g_ptr_array_index(targets, i));
    MeasureSeries *series = g_hash_table_lookup(by_measure, target->record.parent);
    if (series)
      g_ptr_array_add(series->targets, (gpointer)target);
  }
  return all;
}

bool span_holds(const ChartSpan *span, const Reading *reading)
{
  Period year = period_year_of(reading_day(reading), span->period.begins), last = period_year(span->period);
  return period_given(reading->period) && year.year <= last.year && year.year > last.year - span->years;
}

bool span_has_unreadable(const GPtrArray *readings, const ChartSpan *span)
{
  for (guint i = 0; i < readings->len; i++) {
    const Reading *reading = g_ptr_array_index(readings, i);
    if (reading->state == STATE_NOT_READABLE && span_holds(span, reading))
      return true;
  }
  return false;
}

enum { YEARS_OF_YEARLY = 10 };

/* Of the council's own: quarters before months before years; one quarter alone makes no chart where months do. */
static PeriodKind own_kind(const guint n[])
{
  if (n[PERIOD_QUARTER] > 1 || (n[PERIOD_QUARTER] == 1 && n[PERIOD_MONTH] < 2))
    return PERIOD_QUARTER;
  return n[PERIOD_MONTH] > 0 ? PERIOD_MONTH : PERIOD_YEAR;
}

/* How many figures of the span are of periods like that. */
static guint count_alike(const MeasureSeries *series, const ChartSpan *span, Period like)
{
  guint n = 0;
  for (guint i = 0; i < series->points->len; i++) {
    const Reading *point = g_ptr_array_index(series->points, i);
    n += point->number.given && span_holds(span, point) && period_alike(point->period, like);
  }
  return n;
}

/* Periods that are not alike make no chart together: those like that of the value are drawn; of a value of the
 * council's own year, or none, its own, unless there are more of others. */
static Period shape_of(const MeasureSeries *series, const ChartSpan *span)
{
  const ChartSpan wide = { span->period, MAX(span->years, YEARS_OF_YEARLY) };
  const Reading *value = series->measure->value;
  int begins = span->period.begins;
  if (value && value->number.given && !period_is_own(value->period, begins))
    return value->period;
  guint n[PERIOD_MONTH + 1] = { 0 }, most = 0;
  Period other = { 0 };
  for (guint i = 0; i < series->points->len; i++) {
    const Reading *point = g_ptr_array_index(series->points, i);
    bool own = period_is_own(point->period, begins);
    if (!point->number.given || !span_holds(own ? span : &wide, point))
      continue;
    n[own ? point->period.kind : PERIOD_NONE]++;
    guint alike = own || period_alike(point->period, other) ? 0 : count_alike(series, &wide, point->period);
    if (alike > most) {
      most = alike;
      other = point->period;
    }
  }
  if (most > n[PERIOD_YEAR] + n[PERIOD_QUARTER] + n[PERIOD_MONTH])
    return other;
  return (Period){ .kind = own_kind(n), .begins = (gint8)begins };
}

/* The figures of whole years, whichever part of its year each was reported in. */
static void add_years(Maker *maker, const MeasureSeries *series, const ChartSpan *span, GPtrArray *points)
{
  const KindRow *kind = kind_row(KIND_ANNUAL);
  int unit = indicator_unit(series->indicator, series->measure);
  for (int back = span->years - 1; back >= 0; back--) {
    Period year = period_back(period_year(span->period), back, 0);
    const Reading *known = whole_reading(maker->arena, series->points, kind, unit, year);
    if (!known)
      continue;
    Reading *point = (Reading *)record_copy(maker->arena, &known->record, known->record.parent);
    point->period = year;
    g_ptr_array_add(points, point);
  }
}

void series_settle(Maker *maker, MeasureSeries *series, ChartSpan *span)
{
  series->shape = shape_of(series, span);
  bool yearly = indicator_is_yearly(series->indicator), own = period_is_own(series->shape, span->period.begins);
  if (yearly || (!own && (series->shape.kind == PERIOD_YEAR || series->shape.kind == PERIOD_SPAN)))
    span->years = MAX(span->years, YEARS_OF_YEARLY);
  if (!yearly || !own)
    return;
  GPtrArray *points = arena_list(maker->arena);
  add_years(maker, series, span, points);
  series->points = points;
  series->shape = period_year(span->period);
}

static void tell_reading(const Scope *scope, const Reading *reading)
{
  static const char *const drawn[] = { "number", "state", "flags", "lower", "upper" };
  for (guint i = 0; i < G_N_ELEMENTS(drawn); i++) {
    const Field *field = spec_field(reading->record.spec, drawn[i]);
    if (field)
      scope_tell(scope, &reading->record, field);
  }
}

void series_tell(const Scope *scope, const MeasureSeries *series, const ChartSpan *span)
{
  bool yearly = indicator_is_yearly(series->indicator);
  for (guint i = 0; i < series->given->len; i++) {
    const Reading *point = g_ptr_array_index(series->given, i);
    if (span_holds(span, point) && (yearly || period_alike(point->period, series->shape)))
      tell_reading(scope, point);
  }
  for (guint i = 0; i < series->targets->len; i++)
    if (span_holds(span, g_ptr_array_index(series->targets, i)))
      tell_reading(scope, g_ptr_array_index(series->targets, i));
  for (guint i = 0; series->aimed && series->measure->goal && i < series->measure->profiles->len; i++)
    tell_reading(scope, g_ptr_array_index(series->measure->profiles, i));
}

guint series_numbers(const MeasureSeries *series, const ChartSpan *span)
{
  guint n = 0;
  bool own = period_is_own(series->shape, span->period.begins);
  for (guint i = 0; own && i < series->points->len; i++) {
    const Reading *point = g_ptr_array_index(series->points, i);
    n += point->number.given && span_holds(span, point) && period_is_own(point->period, span->period.begins) &&
         !place_is_told_again(series, point);
  }
  return own ? n : count_alike(series, span, series->shape);
}
