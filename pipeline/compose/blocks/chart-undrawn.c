/* Figures that a chart cannot draw, because they are of another kind of period than those that it draws. */
#include "compose/blocks/series.h"
#include "compose/wording/words.h"
#include <string.h>

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

/* What is said of the figures so far; behind those that have one, places of footnotes. */
typedef struct {
  Maker *maker;
  GPtrArray *runs;
  GString *words; /* that follow the last of the runs */
} Telling;

static void end_run(const Telling *t)
{
  if (t->words->len > 0)
    g_ptr_array_add(t->runs, maker_own_run(t->maker, arena_strdup(t->maker->arena, t->words->str)));
  g_string_truncate(t->words, 0);
}

static void tell_point(const Telling *t, const Scope *scope, const Reading *point)
{
  Maker *maker = t->maker;
  g_autofree char *period = chart_period_label(maker, point->period);
  g_autofree char *value =
      value_to_text(maker->document, value_from_reading(maker->arena, maker->document, &point->record));
  g_string_append_printf(t->words, "%s: %s", period, value);
  Run *note = note_run(maker->arena, maker->document, &point->record, maker->lang);
  if (note) {
    end_run(t);
    g_ptr_array_add(t->runs, note);
  }
  scope_tell(scope, &point->record, NULL);
  scope_tell(scope, &point->record, spec_field(point->record.spec, "note"));
}

void chart_add_undrawn(Maker *maker, const Scope *scope, const MeasureSeries *series, const ChartSpan *span)
{
  const ChartSpan wide = { span->period, MAX(span->years, YEARS_TOLD) };
  bool yearly = indicator_is_yearly(series->indicator) && period_is_own(series->shape, span->period.begins);
  const char *pattern = document_word(maker->document, "chart-undrawn"), *gap = strstr(pattern, "{n}");
  g_autoptr(GString) words = g_string_new_len(pattern, gap ? gap - pattern : (gssize)strlen(pattern));
  const Telling telling = { maker, arena_list(maker->arena), words };
  guint told = 0;
  for (guint i = 0; !yearly && i < series->given->len; i++) {
    const Reading *point = g_ptr_array_index(series->given, i);
    bool drawn = period_alike(point->period, series->shape) || stands_in_row(series->measure, point);
    if (!point->number.given || drawn || !span_holds(&wide, point) ||
        is_told_by_parts(series, point, span->period.begins))
      continue;
    g_string_append(words, told++ ? "; " : "");
    tell_point(&telling, scope, point);
  }
  if (told == 0)
    return;
  g_string_append(words, gap ? gap + strlen("{n}") : "");
  end_run(&telling);
  maker_add_para(maker, "note", telling.runs);
}
