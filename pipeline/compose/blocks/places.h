/* Places: the categories of a chart whose figures stand in a row, oldest first: periods that follow each other, and
 * days of figures that are of another day than those of their period. */
#pragma once
#include "compose/blocks/series.h"

typedef struct {
  Period period; /* not given: a day */
  Date day;      /* not given: a period */
} ChartPlace;

/* Those of some series in one chart, as the first has shape; of ChartPlace, caller frees. */
GArray *places_new(const GPtrArray *all, const ChartSpan *span);
/* Whether a figure of the series stands at a day of its own. */
bool places_have_days(const MeasureSeries *series, const ChartSpan *span);
/* Whether a later period tells the figure of the very day again: that one is drawn, once. */
bool place_is_told_again(const MeasureSeries *series, const Reading *point);
/* What stands there, or NULL. */
const Reading *place_reading(const MeasureSeries *series, ChartPlace place);
/* The year of the council in which it lies. */
Period place_year(ChartPlace place, const ChartSpan *span);
/* That part of the council's year; of kind PERIOD_YEAR all of it. */
Period span_part(const ChartSpan *span, PeriodKind kind, int year, int part);
