/* Figures that a chart cannot draw, because they are of another kind of period than those that it draws. */
#include "compose/blocks/series.h"
#include "compose/wording/words.h"

enum { YEARS_TOLD = 10 };

/* Whether the row of the table tells it already. */
static bool stands_in_row(const Measure *measure, const Reading *point)
{
  const Reading *const told[] = { measure->value, measure->actual, measure->comparator, measure->full_year };
  bool stands = false;
  for (guint i = 0; i < G_N_ELEMENTS(told); i++)
    stands |= told[i] && period_equal(told[i]->period, point->period);
  return stands;
}

/* Months are told by their quarters, and quarters by their months; a year that its last part tells is told. */
static bool is_told_by_parts(const MeasureSeries *series, const Reading *point, int begins)
{
  if (!period_is_own(point->period, begins))
    return false;
  if (point->period.kind != PERIOD_YEAR)
    return period_is_own(series->shape, begins);
  for (guint i = 0; i < series->points->len; i++) {
    const Reading *part = g_ptr_array_index(series->points, i);
    if (part != point && period_alike(part->period, series->shape) && part->number.given &&
        date_compare(period_last_day(part->period), period_last_day(point->period)) == 0 &&
        amount_compare(part->number.amount, point->number.amount) == 0)
      return true;
  }
  return false;
}

void chart_add_undrawn(Maker *maker, const Scope *scope, const MeasureSeries *series, const ChartSpan *span)
{
  const ChartSpan wide = { span->period, MAX(span->years, YEARS_TOLD) };
  bool yearly = indicator_is_yearly(series->indicator) && period_is_own(series->shape, span->period.begins);
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint i = 0; !yearly && i < series->given->len; i++) {
    const Reading *point = g_ptr_array_index(series->given, i);
    bool drawn = period_alike(point->period, series->shape) || stands_in_row(series->measure, point);
    if (!point->number.given || drawn || !span_holds(&wide, point) ||
        is_told_by_parts(series, point, span->period.begins))
      continue;
    g_autofree char *period = chart_period_label(maker, point->period);
    g_autofree char *value =
        value_to_text(maker->document, value_from_reading(maker->arena, maker->document, &point->record));
    g_string_append_printf(list, "%s%s: %s", list->len ? "; " : "", period, value);
    scope_tell(scope, &point->record, NULL);
  }
  if (list->len == 0)
    return;
  g_autofree char *words = word_fill(document_word(maker->document, "chart-undrawn"),
                                     (const char *const[]){ "n", NULL }, (const char *const[]){ list->str, NULL });
  GPtrArray *runs = arena_list(maker->arena);
  g_ptr_array_add(runs, maker_own_run(maker, arena_strdup(maker->arena, words)));
  maker_add_para(maker, "note", runs);
}
