/* Series: the readings of one measure put in the order of a chart's categories. */
#pragma once
#include "compose/blocks/block.h"
#include "model/indicator.h"

/* The readings of one measure that a chart is drawn from. */
typedef struct {
  const Measure *measure;
  const Indicator *indicator;
  GPtrArray *points;  /* of Reading with a period, oldest first as the model has them */
  GPtrArray *given;   /* the same, before they were settled */
  GPtrArray *targets; /* of Reading */
  bool aimed;         /* target lines are wanted */
  bool unread;        /* what could not be read may be a figure of it */
  Period shape;       /* a period like those that are drawn, once it is settled; its year counts for nothing */
} MeasureSeries;

/* What bounds the chart. */
typedef struct {
  Period period; /* of the report */
  int years;     /* how many, the report's last */
} ChartSpan;

/* Splits readings by their measure, in the order of the model; caller frees the list, the arena the rest. */
GPtrArray *measure_series(Arena *arena, const GPtrArray *points, const GPtrArray *targets);
/* Makes the series ready to be charted: says which periods are drawn; of a yearly indicator the figures of whole years
 * are left, and the span holds more of them. */
void series_settle(Maker *maker, MeasureSeries *series, ChartSpan *span);
/* Notes that the chart shows those of its readings and targets that stand in the span. */
void series_tell(const Scope *scope, const MeasureSeries *series, const ChartSpan *span);
guint series_numbers(const MeasureSeries *series,
                     const ChartSpan *span); /* how many readings in the span have numbers */
/* Whether it is of the span's years, by the day that its figure is of. */
bool span_holds(const ChartSpan *span, const Reading *reading);
/* Whether one of the readings of the span's years cannot be read. */
bool span_has_unreadable(const GPtrArray *readings, const ChartSpan *span);

/* Fills in categories, series and target lines. title names the only series of a line. */
void chart_fill_columns(Maker *maker, Chart *chart, const MeasureSeries *series, const ChartSpan *span,
                        const char *title);
void chart_fill_lines(Maker *maker, Chart *chart, const MeasureSeries *series, const ChartSpan *span,
                      const char *title);
/* All measures in one chart: parts on each other, or lines beside each other. targets: of Reading, each drawn over its
 * year. */
void chart_fill_together(Maker *maker, Chart *chart, const GPtrArray *all, const GPtrArray *targets,
                         const ChartSpan *span);

/* What the indicator calls on plan, as a range in the arena; NULL: it gives no such band, or its target is a range. */
const Reading *series_band(Maker *maker, const MeasureSeries *series);

/* A note of the figures that the chart of the settled series leaves out, because they are of another kind of period;
 * none where there are none, or where the row tells them. */
void chart_add_undrawn(Maker *maker, const Scope *scope, const MeasureSeries *series, const ChartSpan *span);

/* The finding in one sentence: value, target, rating and direction of travel of the report's period. In the arena. */
char *chart_finding(Maker *maker, const MeasureSeries *series, const ChartSpan *span, const char *title);

/* A year's target says nothing of parts that add up to it, nor of what adds up over more years. */
bool series_year_counts(const MeasureSeries *series, PeriodKind kind);
/* How a period is called at an axis and in a sentence; caller frees. */
char *chart_period_label(Maker *maker, Period period);
