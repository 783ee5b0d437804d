/* Places of figures in a row. */
#include "compose/blocks/places.h"

Period span_part(const ChartSpan *span, PeriodKind kind, int year, int part)
{
  return (Period){ kind, (gint16)year, (gint8)(kind == PERIOD_YEAR ? 0 : part), span->period.begins, 0 };
}

static Date last_day(ChartPlace place)
{
  return period_given(place.period) ? period_last_day(place.period) : place.day;
}

Period place_year(ChartPlace place, const ChartSpan *span)
{
  return period_year_of(last_day(place), span->period.begins);
}

static bool stands_at_day(const MeasureSeries *series, const Reading *point, const ChartSpan *span)
{
  return point->number.given && reading_is_of_other_day(point) && span_holds(span, point) &&
         !place_is_told_again(series, point) && period_alike(point->period, series->shape);
}

bool places_have_days(const MeasureSeries *series, const ChartSpan *span)
{
  for (guint i = 0; i < series->points->len; i++)
    if (stands_at_day(series, g_ptr_array_index(series->points, i), span))
      return true;
  return false;
}

bool place_is_told_again(const MeasureSeries *series, const Reading *point)
{
  bool again = false;
  for (guint i = 0; date_given(point->as_at) && i < series->points->len; i++) {
    const Reading *other = g_ptr_array_index(series->points, i);
    again |= other != point && other->number.given && period_compare(other->period, point->period) > 0 &&
             reading_is_of_other_day(other) && date_compare(other->as_at, point->as_at) == 0;
  }
  return again;
}

const Reading *place_reading(const MeasureSeries *series, ChartPlace place)
{
  for (guint i = series->points->len; i > 0; i--) { /* the last one said counts */
    const Reading *point = g_ptr_array_index(series->points, i - 1);
    bool other = reading_is_of_other_day(point);
    if (place_is_told_again(series, point))
      continue;
    if (period_given(place.period) ? !other && period_equal(point->period, place.period)
                                   : other && date_compare(point->as_at, place.day) == 0)
      return point;
  }
  return NULL;
}

static bool any_number(const GPtrArray *all, ChartPlace place)
{
  for (guint i = 0; i < all->len; i++) {
    const Reading *reading = place_reading(g_ptr_array_index(all, i), place);
    if (reading && reading->number.given)
      return true;
  }
  return false;
}

/* ---- periods ---------------------------------------------------------------------------------------------------- */

static void add_period(GArray *places, Period period)
{
  ChartPlace place = { period, { 0 } };
  g_array_append_val(places, place);
}

/* The council's own of the kind within the span that have begun by the report's; those before the first figure are left
 * out. */
static void add_own(GArray *places, const GPtrArray *all, Period shape, const ChartSpan *span)
{
  bool begun = false;
  for (int year = span->period.year - span->years + 1; year <= span->period.year; year++)
    for (int part = 1; part <= period_parts_in_year(shape.kind); part++) {
      Period period = span_part(span, shape.kind, year, part);
      begun = begun || any_number(all, (ChartPlace){ period, { 0 } });
      if (begun && date_compare(period_first_day(period), period_last_day(span->period)) <= 0)
        add_period(places, period);
    }
}

/* Of others those from the first to the last that is known; spans overlap, and none is missed between two. */
static void add_others(GArray *places, const GPtrArray *all, Period shape, const ChartSpan *span)
{
  Period last = { 0 }, first = { 0 };
  for (guint i = 0; i < all->len; i++) {
    const MeasureSeries *series = g_ptr_array_index(all, i);
    for (guint k = 0; k < series->points->len; k++) {
      const Reading *point = g_ptr_array_index(series->points, k);
      if (!point->number.given || reading_is_of_other_day(point) || !period_alike(point->period, shape) ||
          !span_holds(span, point))
        continue;
      if (!period_given(first) || period_compare(point->period, first) < 0)
        first = point->period;
      if (!period_given(last) || period_compare(point->period, last) > 0)
        last = point->period;
    }
  }
  for (Period at = first; period_given(at) && period_compare(at, last) <= 0; at = period_back(at, 0, -1))
    if (shape.kind != PERIOD_SPAN || any_number(all, (ChartPlace){ at, { 0 } }))
      add_period(places, at);
}

/* ---- days ------------------------------------------------------------------------------------------------------- */

static bool has_day(const GArray *places, Date day)
{
  for (guint i = 0; i < places->len; i++) {
    ChartPlace place = g_array_index(places, ChartPlace, i);
    if (!period_given(place.period) && date_compare(place.day, day) == 0)
      return true;
  }
  return false;
}

/* The period whose figure stands at its day is no gap, unless others follow. */
static void drop_empty_end(GArray *places, const GPtrArray *all)
{
  while (places->len > 0 && !any_number(all, g_array_index(places, ChartPlace, places->len - 1)))
    g_array_set_size(places, places->len - 1);
}

static void add_days(GArray *places, const GPtrArray *all, const ChartSpan *span)
{
  bool any = false;
  for (guint i = 0; i < all->len; i++)
    any |= places_have_days(g_ptr_array_index(all, i), span);
  if (!any)
    return;
  drop_empty_end(places, all);
  for (guint i = 0; i < all->len; i++) {
    const MeasureSeries *series = g_ptr_array_index(all, i);
    for (guint k = 0; k < series->points->len; k++) {
      const Reading *point = g_ptr_array_index(series->points, k);
      ChartPlace place = { { 0 }, point->as_at };
      if (stands_at_day(series, point, span) && !has_day(places, place.day))
        g_array_append_val(places, place);
    }
  }
}

static gint compare(gconstpointer a, gconstpointer b)
{
  return date_compare(last_day(*(const ChartPlace *)a), last_day(*(const ChartPlace *)b));
}

GArray *places_new(const GPtrArray *all, const ChartSpan *span)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(ChartPlace));
  Period shape = ((const MeasureSeries *)g_ptr_array_index(all, 0))->shape;
  if (period_is_own(shape, span->period.begins))
    add_own(places, all, shape, span);
  else
    add_others(places, all, shape, span);
  add_days(places, all, span);
  g_array_sort(places, compare);
  return places;
}
