/* Charts of readings: one a measure, or said why not. */
#include "compose/blocks/series.h"
#include "compose/wording/words.h"
#include "model/report.h"

typedef struct {
  Node node;
  const LayoutChart *chart;
  const Template *id, *title, *axis, *missing;
  Param *why; /* {why} of the missing template */
  const Path *points, *targets;
} ChartNode;

/* ---- reading --------------------------------------------------------------------------------------------------- */

/* Readings of measures: report/indicator/measure/point. */
static const Path *compile_readings(Compiler *compiler, const Record *block, const char *attribute, const char *text,
                                    const Shape *shape)
{
  Path *path = path_new(compiler, block, attribute, text, shape);
  if (!path)
    return NULL;
  const Frame *measure = path->frame->around;
  if (!path->field && spec_is_reading(path->frame->spec) && measure && measure->spec == &report_measure_spec)
    return path;
  compiler_fault(compiler, "L-KIND", block, attribute, "'%s' are not readings of a measure: measure/point would be",
                 text);
  return NULL;
}

/* The template may say {why}, as if it were a parameter. */
static bool compile_missing(Compiler *compiler, const LayoutChart *chart, const Shape *shape, ChartNode *self)
{
  self->why = record_new(compiler->arena, &param_spec, NULL);
  self->why->name = arena_strdup(compiler->arena, "why");
  g_ptr_array_add(compiler->params, self->why);
  bool fine = compile_template(compiler, &chart->record, "missing", chart->missing, shape, &self->missing);
  g_ptr_array_set_size(compiler->params, (int)compiler->params->len - 1);
  return fine;
}

static bool compile(Compiler *compiler, const Record *block, const Shape *shape, Node *node)
{
  const LayoutChart *chart = (const LayoutChart *)block;
  ChartNode *self = (ChartNode *)node;
  self->chart = chart;
  bool fine = compile_template(compiler, block, "id", chart->id, shape, &self->id);
  if (chart->together && chart->kind == CHART_COLUMNS) {
    compiler_fault(compiler, "L-KIND", block, "together",
                   "columns are years side by side: only lines can stand together");
    fine = false;
  }
  fine &= compile_template(compiler, block, "title", chart->title ? chart->title : "{title}", shape, &self->title);
  fine &= compile_template(compiler, block, "axis", chart->axis, shape, &self->axis);
  fine &= compile_missing(compiler, chart, shape, self);
  self->points = compile_readings(compiler, block, "points", chart->points, shape);
  if (chart->targets)
    self->targets = compile_readings(compiler, block, "targets", chart->targets, shape);
  return fine && self->points && (!chart->targets || self->targets);
}

/* ---- making ---------------------------------------------------------------------------------------------------- */

static const Record *report_around(const Record *record)
{
  while (record->parent)
    record = record->parent;
  return record;
}

static ChartSpan span_of(const ChartNode *self, const Scope *scope)
{
  const Report *report = (const Report *)report_around(scope->record);
  return (ChartSpan){ report->period, self->chart->years > 0 ? self->chart->years : 3 };
}

static Chart *begin_chart(Maker *maker, const ChartNode *self, const MeasureSeries *series, const Scope *scope,
                          const char *title)
{
  Chart *chart = maker_add(maker, &chart_spec);
  const char *id = maker_text(maker, self->id, scope);
  chart->id = maker_id(maker, id ? id : "chart");
  chart->kind = self->chart->kind;
  chart->unit = indicator_unit(series->indicator, series->measure);
  chart->decimals = indicator_decimals(series->indicator, series->measure);
  chart->width_share = self->chart->width_share;
  chart->title = *title ? (char *)title : NULL;
  chart->axis = maker_text(maker, self->axis, scope);
  if (!chart->axis && chart->unit)
    chart->axis = arena_strdup(maker->arena, term_word(maker->document, &terms_unit, chart->unit));
  return chart;
}

/* Says why there is no chart. */
static void make_missing(Maker *maker, const ChartNode *self, const MeasureSeries *series, const Scope *scope)
{
  const char *word = "chart-too-few";
  for (guint i = 0; series && i < series->points->len; i++) {
    const Reading *point = g_ptr_array_index(series->points, i);
    if (point->text)
      word = "chart-not-numbers";
  }
  if (!self->missing)
    return;
  self->why->value = arena_strdup(maker->arena, document_word(maker->document, word));
  maker_add_missing(maker, self->missing, word, scope);
}

static void round_figure(const Chart *chart, OptAmount *number)
{
  if (number->given)
    number->amount = figure_shown(number->amount, chart->unit, chart->decimals);
}

/* Points and target lines stand where their numbers say, not where the figures behind them would. */
static void round_figures(const ChartNode *self, const Chart *chart)
{
  if (layout_is_exact(&self->chart->record))
    return;
  for (guint i = 0; i < chart->series->len; i++) {
    const Series *series = g_ptr_array_index(chart->series, i);
    for (guint k = 0; k < series->points->len; k++)
      round_figure(chart, &((Point *)g_ptr_array_index(series->points, k))->number);
  }
  for (guint i = 0; i < chart->targets->len; i++)
    round_figure(chart, &((TargetLine *)g_ptr_array_index(chart->targets, i))->number);
}

static void make_one(Maker *maker, const ChartNode *self, const MeasureSeries *series, const ChartSpan *span,
                     const Scope *scope, const char *title)
{
  if (series_numbers(series, span) < 2) {
    make_missing(maker, self, series, scope);
    return;
  }
  bool several = series->indicator->measures->len > 1 && series->measure->title;
  if (several)
    title = arena_printf(maker->arena, "%s: %s", title, series->measure->title);
  Chart *chart = begin_chart(maker, self, series, scope, title);
  if (chart->kind == CHART_COLUMNS)
    chart_fill_columns(maker, chart, series, span, title);
  else
    chart_fill_lines(maker, chart, series, span, title);
  round_figures(self, chart);
  const char *said = series->indicator->title; /* alone, it must say what the title leaves to the heading above */
  if (several)
    said = arena_printf(maker->arena, "%s: %s", said, series->measure->title);
  chart->alt = chart_finding(maker, series, span, said);
}

static void make_together(Maker *maker, const ChartNode *self, const GPtrArray *all, const GPtrArray *targets,
                          const ChartSpan *span, const Scope *scope, const char *title)
{
  guint numbers = 0;
  for (guint i = 0; i < all->len; i++)
    numbers += series_numbers(g_ptr_array_index(all, i), span);
  if (numbers < 2) {
    make_missing(maker, self, g_ptr_array_index(all, 0), scope);
    return;
  }
  Chart *chart = begin_chart(maker, self, g_ptr_array_index(all, 0), scope, title);
  chart_fill_together(maker, chart, all, targets, span);
  round_figures(self, chart);
  g_autoptr(GString) alt = g_string_new(NULL);
  for (guint i = 0; i < all->len; i++) {
    const MeasureSeries *series = g_ptr_array_index(all, i);
    const char *name = series->measure->title ? series->measure->title : title;
    g_string_append_printf(alt, "%s%s", i ? "; " : "", chart_finding(maker, series, span, name));
  }
  chart->alt = arena_strdup(maker->arena, alt->str);
}

/* Caller unrefs. */
static GPtrArray *targets_told(Maker *maker, const ChartNode *self, const Scope *scope)
{
  GPtrArray *told = g_ptr_array_new();
  g_autoptr(GPtrArray) targets = self->targets ? path_follow(self->targets, scope) : g_ptr_array_new();
  for (guint i = 0; i < targets->len; i++)
    g_ptr_array_add(told, (gpointer)reading_told(maker->arena, g_ptr_array_index(targets, i)));
  return told;
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const ChartNode *self = (const ChartNode *)node;
  g_autoptr(GPtrArray) points = path_follow(self->points, scope);
  g_autoptr(GPtrArray) targets = targets_told(maker, self, scope);
  g_autoptr(GPtrArray) all = measure_series(maker->arena, points, targets);
  const ChartSpan span = span_of(self, scope);
  const char *title = maker_text(maker, self->title, scope);
  if (all->len == 0) {
    make_missing(maker, self, NULL, scope);
    return;
  }
  if (self->chart->kind == CHART_STACKED || self->chart->together) {
    make_together(maker, self, all, targets, &span, scope, title ? title : "");
    return;
  }
  for (guint i = 0; i < all->len; i++)
    make_one(maker, self, g_ptr_array_index(all, i), &span, scope, title ? title : "");
}

const BlockKind block_chart = { &layout_chart_spec, sizeof(ChartNode), compile, make };
