/* Charts of readings: one a measure, or said why not. */
#include "compose/blocks/series.h"
#include "compose/wording/words.h"
#include "model/kind.h"
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

/* One block at work. */
typedef struct {
  Maker *maker;
  const ChartNode *self;
  const Scope *scope;
  ChartSpan span;
  const char *title;
  bool unread;         /* a figure was given, but could not be read */
  bool targets_unread; /* the same of a target */
} Charting;

static ChartSpan span_of(const ChartNode *self, const Scope *scope)
{
  const Report *report = (const Report *)report_around(scope->record);
  return (ChartSpan){ report->period, self->chart->years > 0 ? self->chart->years : 3 };
}

static bool any_unread(const Path *path, const GPtrArray *points, const Scope *scope)
{
  for (guint i = 0; i < points->len; i++)
    if (((const Reading *)g_ptr_array_index(points, i))->state == STATE_NOT_READABLE)
      return true;
  return path_is_unread(path, scope);
}

/* By the kind and the frequency of an indicator its figures are charted. */
static bool is_shape_unread(const GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++) {
    const Record *indicator = &((const MeasureSeries *)g_ptr_array_index(all, i))->indicator->record;
    if (record_is_unread(indicator, "kind") || record_is_unread(indicator, "frequency"))
      return true;
  }
  return false;
}

static Chart *begin_chart(const Charting *c, const MeasureSeries *series, const char *title)
{
  Maker *maker = c->maker;
  Chart *chart = maker_add(maker, &chart_spec);
  const char *id = maker_text(maker, c->self->id, c->scope);
  chart->id = maker_id(maker, id ? id : "chart");
  chart->kind = c->self->chart->kind;
  chart->unit = indicator_unit(series->indicator, series->measure);
  chart->decimals = indicator_decimals(series->indicator, series->measure);
  chart->width_share = c->self->chart->width_share;
  chart->title = *title ? (char *)title : NULL;
  chart->axis = maker_text(maker, c->self->axis, c->scope);
  if (!chart->axis && chart->unit)
    chart->axis = arena_strdup(maker->arena, term_word(maker->document, &terms_unit, chart->unit));
  return chart;
}

/* Grades have no height. */
static bool is_charted(const MeasureSeries *series)
{
  return kind_row(series->indicator->kind)->charted;
}

/* Says why there is no chart; of one of several measures, of which. */
static void make_missing(const Charting *c, const MeasureSeries *series, const char *part)
{
  const char *word = "chart-too-few";
  for (guint i = 0; series && i < series->points->len; i++) {
    const Reading *point = g_ptr_array_index(series->points, i);
    if (point->text || !is_charted(series))
      word = "chart-not-numbers";
  }
  if (c->unread)
    word = "chart-not-readable";
  if (!c->self->missing && c->unread)
    maker_add_word(c->maker, "chart-none");
  if (!c->self->missing)
    return;
  const char *why = document_word(c->maker->document, word);
  c->self->why->value = part ? arena_printf(c->maker->arena, "%s: %s", part, why) : arena_strdup(c->maker->arena, why);
  maker_add_missing(c->maker, c->self->missing, word, c->scope);
}

static void round_figure(const Chart *chart, OptAmount *number)
{
  if (number->given)
    number->amount = figure_shown(number->amount, chart->unit, chart->decimals);
}

/* Points and target lines stand where their numbers say, not where the figures behind them would. */
static void round_figures(const Charting *c, const Chart *chart)
{
  if (layout_is_exact(&c->self->chart->record))
    return;
  for (guint i = 0; i < chart->series->len; i++) {
    const Series *series = g_ptr_array_index(chart->series, i);
    for (guint k = 0; k < series->points->len; k++) {
      Point *point = g_ptr_array_index(series->points, k);
      round_figure(chart, &point->number);
      round_figure(chart, &point->lower);
      round_figure(chart, &point->upper);
    }
  }
  for (guint i = 0; i < chart->targets->len; i++)
    round_figure(chart, &((TargetLine *)g_ptr_array_index(chart->targets, i))->number);
}

/* What one of several measures is called, so that it is not taken for the whole; NULL: it is the only one. */
static const char *part_name(Maker *maker, const MeasureSeries *series)
{
  const Measure *measure = series->measure;
  if (series->indicator->measures->len < 2)
    return NULL;
  return record_is_unread(&measure->record, "title") ? unread_word(maker->document) : measure_name(measure);
}

static void make_one(const Charting *charting, MeasureSeries *series)
{
  Charting own = *charting;
  const Charting *c = &own;
  Maker *maker = c->maker;
  series->aimed = c->self->targets != NULL;
  series_settle(maker, series, &own.span);
  const char *part = part_name(maker, series);
  if (!is_charted(series) || series_numbers(series, &c->span) < 2) {
    make_missing(c, series, part);
    return;
  }
  const char *title = c->title;
  if (part)
    title = arena_printf(maker->arena, "%s: %s", title, part);
  Chart *chart = begin_chart(c, series, title);
  if (chart->kind == CHART_COLUMNS)
    chart_fill_columns(maker, chart, series, &c->span, title);
  else
    chart_fill_lines(maker, chart, series, &c->span, title);
  round_figures(c, chart);
  const char *said = series->indicator->title; /* alone, it must say what the title leaves to the heading above */
  if (part)
    said = arena_printf(maker->arena, "%s: %s", said, part);
  chart->alt = chart_finding(maker, series, &c->span, said);
  series_tell(c->scope, series, &c->span);
}

static void make_together(const Charting *charting, const GPtrArray *all, const GPtrArray *targets)
{
  Charting own = *charting;
  const Charting *c = &own;
  Maker *maker = c->maker;
  guint numbers = 0;
  for (guint i = 0; i < all->len; i++)
    series_settle(maker, g_ptr_array_index(all, i), &own.span);
  for (guint i = 0; i < all->len; i++)
    numbers += series_numbers(g_ptr_array_index(all, i), &c->span);
  if (numbers < 2) {
    make_missing(c, g_ptr_array_index(all, 0), NULL);
    return;
  }
  Chart *chart = begin_chart(c, g_ptr_array_index(all, 0), c->title);
  chart_fill_together(maker, chart, all, targets, &c->span);
  round_figures(c, chart);
  g_autoptr(GString) alt = g_string_new(NULL);
  for (guint i = 0; i < all->len; i++) {
    const MeasureSeries *series = g_ptr_array_index(all, i);
    const char *name = part_name(maker, series) ? part_name(maker, series) : c->title;
    g_string_append_printf(alt, "%s%s", i ? "; " : "", chart_finding(maker, series, &c->span, name));
    series_tell(c->scope, series, &c->span);
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

/* The charts of a block, or why there are none. */
static void make_charts(const Charting *c, const GPtrArray *all, const GPtrArray *targets)
{
  if (all->len == 0) {
    make_missing(c, NULL, NULL);
  } else if (c->self->chart->kind == CHART_STACKED || c->self->chart->together) {
    make_together(c, all, targets);
  } else {
    for (guint i = 0; i < all->len; i++)
      make_one(c, g_ptr_array_index(all, i));
  }
}

/* Under a chart from which a figure is missing. */
static void add_note(Maker *maker)
{
  const Record *last = maker->out->len ? g_ptr_array_index(maker->out, maker->out->len - 1) : NULL;
  if (last && last->spec == &chart_spec)
    maker_add_word(maker, "chart-gap");
}

/* Under a chart with lines of limits. */
static void add_limits(Maker *maker, guint from)
{
  bool any = false;
  for (guint i = from; i < maker->out->len; i++) {
    const Record *block = g_ptr_array_index(maker->out, i);
    any |= block->spec == &chart_spec && chart_has_limits((const Chart *)block);
  }
  if (any)
    maker_add_word(maker, "chart-limits");
}

static void make(Maker *maker, const Node *node, const Scope *scope)
{
  const ChartNode *self = (const ChartNode *)node;
  g_autoptr(GPtrArray) points = path_follow(self->points, scope);
  g_autoptr(GPtrArray) targets = targets_told(maker, self, scope);
  g_autoptr(GPtrArray) all = measure_series(maker->arena, points, targets);
  const char *title = maker_text(maker, self->title, scope);
  const ChartSpan span = span_of(self, scope);
  const Charting c = { maker,
                       self,
                       scope,
                       span,
                       title ? title : "",
                       any_unread(self->points, points, scope) || is_shape_unread(all),
                       self->targets && (span_has_unreadable(targets, &span) || path_is_unread(self->targets, scope)) };
  for (guint i = 0; i < all->len; i++)
    ((MeasureSeries *)g_ptr_array_index(all, i))->unread = path_is_unread(self->points, scope) || is_shape_unread(all);
  guint from = maker->out->len;
  make_charts(&c, all, targets);
  if (c.unread || c.targets_unread)
    add_note(maker);
  add_limits(maker, from);
  for (guint i = 0; i < all->len; i++)
    chart_add_undrawn(maker, scope, g_ptr_array_index(all, i), &span);
}

const BlockKind block_chart = { &layout_chart_spec, sizeof(ChartNode), compile, make };
