/* Charts filled in: categories, series of points, target lines. */
#include "compose/blocks/places.h"
#include "compose/blocks/series.h"
#include "compose/wording/words.h"
#include "model/kind.h"
#include "model/whole.h"

/* ---- parts of the chart ---------------------------------------------------------------------------------------- */

static void add_category(Maker *maker, Chart *chart, const char *label, bool part_year)
{
  ChartCategory *category = record_new(maker->arena, &chart_category_spec, &chart->record);
  category->label = arena_strdup(maker->arena, label);
  category->part_year = part_year;
  g_ptr_array_add(chart->categories, category);
}

static Series *add_series(Maker *maker, Chart *chart, const char *label)
{
  Series *series = record_new(maker->arena, &series_spec, &chart->record);
  series->label = arena_strdup(maker->arena, label);
  g_ptr_array_add(chart->series, series);
  return series;
}

static void add_point(Maker *maker, Series *series, const Reading *reading, int absent)
{
  Point *point = record_new(maker->arena, &point_spec, &series->record);
  if (reading && maker->origins)
    origins_note(maker->origins, point, 0, &reading->record, NULL);
  if (reading) {
    point->number = reading->number;
    point->state = reading->state;
    point->flags = reading->flags;
    if (reading_has_limits(reading)) {
      point->lower = reading->lower;
      point->upper = reading->upper;
    }
  }
  if (!point->number.given && point->state == STATE_NONE)
    point->absent = absent;
  g_ptr_array_add(series->points, point);
}

/* What a place without a figure is: what was stated of it; else one that has not ended is not due; where words stand
 * for the figure they say it; where it stands at its day, or another measure's does, there is none to say. */
static int why_absent(const MeasureSeries *series, ChartPlace place, const ChartSpan *span)
{
  const Reading *said = reading_at(series->points, place.period);
  if (!period_given(place.period) || said)
    return said && said->text && said->state == STATE_NONE ? STATE_SEE_COMMENT : STATE_NOT_APPLICABLE;
  int stated = series->measure ? measure_state_at(series->measure, place.period) : STATE_NONE;
  if (stated != STATE_NONE || series->unread)
    return stated != STATE_NONE ? stated : STATE_NOT_READABLE;
  bool ended = date_compare(period_last_day(place.period), period_last_day(span->period)) <= 0;
  return ended ? STATE_NOT_SUPPLIED : STATE_NOT_DUE;
}

char *chart_period_label(Maker *maker, Period period)
{
  return when_to_text(maker->document, &(When){ .period = period });
}

const Reading *series_band(Maker *maker, const MeasureSeries *series)
{
  const Indicator *indicator = series->indicator;
  const Measure *measure = series->measure;
  bool ranged = measure && measure->target && measure->target->to.given;
  if (!indicator || indicator->polarity != POLARITY_PLAN || !indicator->band_low.given || !indicator->band_high.given ||
      ranged)
    return NULL;
  Reading *band = record_new(maker->arena, &report_target_spec, NULL);
  band->number = indicator->band_low;
  band->to = indicator->band_high;
  band->unit = indicator_unit(indicator, measure);
  band->decimals = indicator_decimals(indicator, measure);
  return band;
}

static void add_line(Maker *maker, Chart *chart, const Reading *target, OptAmount number, const char *value, int from,
                     int to)
{
  g_autofree char *year = period_given(target->period) ? chart_period_label(maker, target->period) : NULL;
  g_autofree char *label =
      word_fill(document_word(maker->document, year ? "chart-target" : "chart-band"),
                (const char *const[]){ "value", "year", NULL }, (const char *const[]){ value, year ? year : "" });
  TargetLine *line = record_new(maker->arena, &target_line_spec, &chart->record);
  if (maker->origins)
    origins_note(maker->origins, line, 0, &target->record, NULL);
  line->number = number;
  line->label = arena_strdup(maker->arena, label);
  line->from = from;
  line->to = to;
  g_ptr_array_add(chart->targets, line);
}

/* One end of a range: "from 5%". */
static void add_end(Maker *maker, Chart *chart, const Reading *target, const char *word, OptAmount number, int from,
                    int to)
{
  Reading end = *target;
  end.number = number;
  end.to.given = false;
  g_autofree char *plain =
      value_to_text(maker->document, value_from_reading(maker->arena, maker->document, &end.record));
  g_autofree char *value = word_fill(document_word(maker->document, word), (const char *const[]){ "n", NULL },
                                     (const char *const[]){ plain });
  add_line(maker, chart, target, number, value, from, to);
}

static void add_target(Maker *maker, Chart *chart, const Reading *target, int from, int to)
{
  if (target->to.given) {
    add_end(maker, chart, target, "bound-from", target->number, from, to);
    add_end(maker, chart, target, "bound-to", target->to, from, to);
    return;
  }
  g_autofree char *value =
      value_to_text(maker->document, value_from_reading(maker->arena, maker->document, &target->record));
  add_line(maker, chart, target, target->number, value, from, to);
}

/* What is planned as a band, over all categories. */
static void add_band(Maker *maker, Chart *chart, const MeasureSeries *series)
{
  const Reading *band = series->aimed ? series_band(maker, series) : NULL;
  if (band)
    add_target(maker, chart, band, -1, -1);
}

bool series_year_counts(const MeasureSeries *series, PeriodKind kind)
{
  if (kind == PERIOD_SPAN && series->indicator && unit_adds_up(indicator_unit(series->indicator, series->measure)))
    return false;
  return kind == PERIOD_YEAR || !series->indicator || kind_row(series->indicator->kind)->whole != WHOLE_SUM;
}

/* The targets of the parts of this year, when its figures are rated by them, each over the category of its period;
 * false: there are none, and the year's target stands over all of it. */
static bool add_part_targets(Maker *maker, Chart *chart, const MeasureSeries *series, const GArray *places)
{
  const Measure *measure = series->measure;
  bool any = false;
  for (guint i = 0; series->aimed && measure && measure->goal && i < measure->profiles->len; i++) {
    const Reading *target = reading_told(maker->arena, g_ptr_array_index(measure->profiles, i));
    for (guint k = 0; target->number.given && k < places->len; k++)
      if (period_equal(target->period, g_array_index(places, ChartPlace, k).period)) {
        add_target(maker, chart, target, (int)k, (int)k);
        any = true;
      }
  }
  return any;
}

/* ---- columns: parts of the year as categories, years as series ------------------------------------------------- */

/* "Quarter 4", or the month's short name. */
static char *part_label(Maker *maker, Period part)
{
  char name[24], n[8];
  g_snprintf(n, sizeof n, "%d", part.part);
  if (part.kind == PERIOD_QUARTER)
    return word_fill(document_word(maker->document, "quarter-alone"), (const char *const[]){ "n", NULL },
                     (const char *const[]){ n });
  g_snprintf(name, sizeof name, "month-short-%d", period_last_day(part).month);
  return g_strdup(document_word(maker->document, name));
}

static bool year_has_numbers(const MeasureSeries *series, Period part)
{
  for (guint i = 0; i < series->points->len; i++) {
    const Reading *point = g_ptr_array_index(series->points, i);
    if (period_alike(point->period, part) && point->period.year == part.year && point->number.given)
      return true;
  }
  return false;
}

/* "2012/13 (part of the year)" while the year goes on. */
static char *year_label(Maker *maker, Period whole, const ChartSpan *span)
{
  g_autofree char *label = chart_period_label(maker, whole);
  if (date_compare(period_last_day(whole), period_last_day(span->period)) <= 0)
    return g_steal_pointer(&label);
  return word_fill(document_word(maker->document, "part-year"), (const char *const[]){ "n", NULL },
                   (const char *const[]){ label });
}

static void add_year_columns(Maker *maker, Chart *chart, const MeasureSeries *series, const ChartSpan *span, int year)
{
  PeriodKind kind = series->shape.kind;
  if (!year_has_numbers(series, span_part(span, kind, year, 1)))
    return;
  g_autofree char *label = year_label(maker, span_part(span, PERIOD_YEAR, year, 0), span);
  Series *drawn = add_series(maker, chart, label);
  for (int part = 1; part <= period_parts_in_year(kind); part++) {
    ChartPlace place = { span_part(span, kind, year, part), { 0 } };
    add_point(maker, drawn, reading_at(series->points, place.period), why_absent(series, place, span));
  }
}

void chart_fill_columns(Maker *maker, Chart *chart, const MeasureSeries *series, const ChartSpan *span,
                        const char *title)
{
  PeriodKind kind = series->shape.kind;
  bool own = period_is_own(series->shape, span->period.begins);
  if (kind == PERIOD_YEAR || !own || places_have_days(series, span)) {
    chart_fill_lines(maker, chart, series, span, title);
    return;
  }
  g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(ChartPlace));
  for (int part = 1; part <= period_parts_in_year(kind); part++) {
    ChartPlace place = { span_part(span, kind, span->period.year, part), { 0 } };
    g_autofree char *label = part_label(maker, place.period);
    add_category(maker, chart, label, false);
    g_array_append_val(parts, place);
  }
  for (int year = span->period.year - span->years + 1; year <= span->period.year; year++)
    add_year_columns(maker, chart, series, span, year);
  const Reading *target = reading_at(series->targets, period_year(span->period));
  if (!add_part_targets(maker, chart, series, parts) && series_year_counts(series, kind) && target &&
      target->number.given)
    add_target(maker, chart, target, -1, -1);
  add_band(maker, chart, series);
}

/* ---- lines and stacks: periods in a row ------------------------------------------------------------------------ */

/* yearly: a figure is that of its whole year, whenever it was taken. */
static void add_places(Maker *maker, Chart *chart, const GArray *places, const ChartSpan *span, bool yearly)
{
  for (guint i = 0; i < places->len; i++) {
    ChartPlace place = g_array_index(places, ChartPlace, i);
    g_autofree char *label = when_to_text(maker->document, &(When){ .date = place.day, .period = place.period });
    bool goes_on = !yearly && period_given(place.period) &&
                   date_compare(period_last_day(place.period), period_last_day(span->period)) > 0;
    add_category(maker, chart, label, goes_on);
  }
}

static void add_readings(Maker *maker, Chart *chart, const MeasureSeries *series, const GArray *places,
                         const ChartSpan *span, const char *label)
{
  Series *drawn = add_series(maker, chart, label);
  for (guint i = 0; i < places->len; i++) {
    ChartPlace place = g_array_index(places, ChartPlace, i);
    add_point(maker, drawn, place_reading(series, place), why_absent(series, place, span));
  }
}

/* The target of the very period, or of the year of its kind that it is a part of, where that is not the council's own.
 */
static const Reading *other_target(const MeasureSeries *series, Period period, const ChartSpan *span)
{
  if (!period_given(period) || period_is_own(period, span->period.begins))
    return NULL;
  const Reading *target = reading_at(series->targets, period);
  if (!target && series_year_counts(series, period.kind))
    target = reading_at(series->targets, period_year(period));
  return target && target->number.given ? target : NULL;
}

/* Such targets, each over the periods that it is of. */
static bool add_other_targets(Maker *maker, Chart *chart, const MeasureSeries *series, const GArray *places,
                              const ChartSpan *span)
{
  bool any = false;
  for (guint from = 0, to; from < places->len; from = to) {
    const Reading *target = other_target(series, g_array_index(places, ChartPlace, from).period, span);
    for (to = from + 1; to < places->len; to++)
      if (other_target(series, g_array_index(places, ChartPlace, to).period, span) != target)
        break;
    if (target)
      add_target(maker, chart, target, (int)from, (int)to - 1);
    any |= target != NULL;
  }
  return any;
}

/* The target of a year spans the categories of that year. */
static void add_targets(Maker *maker, Chart *chart, const MeasureSeries *series, const GArray *places,
                        const ChartSpan *span)
{
  if (add_other_targets(maker, chart, series, places, span))
    return;
  bool by_part = add_part_targets(maker, chart, series, places);
  for (guint from = 0; from < places->len;) {
    Period year = place_year(g_array_index(places, ChartPlace, from), span);
    guint to = from;
    while (to + 1 < places->len && period_equal(place_year(g_array_index(places, ChartPlace, to + 1), span), year))
      to++;
    const Reading *target = reading_at(series->targets, year);
    bool parted = by_part && period_equal(year, period_year(series->measure->goal->period));
    bool counts = !parted && series_year_counts(series, g_array_index(places, ChartPlace, from).period.kind);
    if (counts && target && target->number.given)
      add_target(maker, chart, target, (int)from, (int)to);
    from = to + 1;
  }
}

void chart_fill_lines(Maker *maker, Chart *chart, const MeasureSeries *series, const ChartSpan *span, const char *title)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  g_ptr_array_add(all, (gpointer)series);
  g_autoptr(GArray) places = places_new(all, span);
  add_places(maker, chart, places, span, indicator_is_yearly(series->indicator));
  add_readings(maker, chart, series, places, span, title);
  add_targets(maker, chart, series, places, span);
  add_band(maker, chart, series);
}

void chart_fill_together(Maker *maker, Chart *chart, const GPtrArray *all, const GPtrArray *targets,
                         const ChartSpan *span)
{
  g_autoptr(GArray) places = places_new(all, span);
  add_places(maker, chart, places, span,
             indicator_is_yearly(((const MeasureSeries *)g_ptr_array_index(all, 0))->indicator));
  for (guint i = 0; i < all->len; i++) {
    const MeasureSeries *series = g_ptr_array_index(all, i);
    const Measure *measure = series->measure;
    add_readings(maker, chart, series, places, span, measure->title ? measure->title : series->indicator->title);
  }
  const MeasureSeries aims = { .targets = (GPtrArray *)targets };
  add_targets(maker, chart, &aims, places, span);
}
